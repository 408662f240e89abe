import {
  AudioFrame,
  AudioSource,
  AudioStream,
  LocalAudioTrack,
  ParticipantKind,
  Room,
  RoomEvent,
  TrackKind,
  TrackPublishOptions,
  TrackSource,
  type RemoteParticipant,
  type RemoteTrack,
} from '@livekit/rtc-node';
import type { Line } from './line.ts';
import { MICROPHONE_RATE } from './microphone.ts';

const FRAME_MS = 20;
const FRAME_SAMPLES = (MICROPHONE_RATE * FRAME_MS) / 1_000;
/** Root mean square above which the agent is heard. */
const AUDIBLE = 150;
/** So long without a sound, and it has finished. */
const QUIET_MS = 500;

/** A stretch of the agent's speech as the caller heard it, epoch ms. */
export type HeardSpeech = { from: number; to: number };

export type RoomLine = Line & {
  /** Another one after `rejoin`. */
  readonly room: Room;
  /** Joins anew, as a page does whose connection is beyond repair. */
  rejoin(): Promise<void>;
  /** All that was heard of the agent. */
  heard: readonly HeardSpeech[];
  /** From the last audible sound of the caller to the agent's first after it, ms: what he waited, one an answer. */
  waits: readonly number[];
  /** Epoch ms; 0 before the first sound. */
  lastSoundAt(): number;
  /** Resolves with the reason when the caller is out of the room. */
  over: Promise<unknown>;
  close(): Promise<void>;
};

/** A caller in a LiveKit room by real WebRTC: a microphone in real time, and an ear. @param hears whom he listens to */
export async function joinRoom(url: string, token: string, hears = isAgent): Promise<RoomLine> {
  const ear = createEar();
  const mouth = createMouth();
  let room = new Room();
  let end: (reason: unknown) => void;
  const over = new Promise((resolve) => (end = resolve));
  const enter = async (entered: Room) => {
    room = entered;
    room.on(RoomEvent.TrackSubscribed, (track: RemoteTrack, _publication, participant: RemoteParticipant) => {
      if (track.kind === TrackKind.KIND_AUDIO && hears(participant)) void ear.listen(track);
    });
    room.on(RoomEvent.ParticipantAttributesChanged, () => ear.changed());
    room.once(RoomEvent.Disconnected, (reason) => {
      if (room === entered) end(reason);
    });
    await room.connect(url, token, { autoSubscribe: true, dynacast: false });
    await mouth.publish(room);
  };
  await enter(room);
  mouth.open();
  void over.then(() => mouth.close());

  const close = async () => {
    mouth.close();
    ear.close();
    if (room.isConnected) await room.disconnect();
  };
  const listens = () =>
    [...room.remoteParticipants.values()].some(
      (one) => isAgent(one) && one.attributes['lk.agent.state'] === 'listening',
    );
  const waits: number[] = [];
  let answeredSound = 0;
  ear.onSpeech(() => {
    if (mouth.lastSoundAt() === answeredSound) return;
    answeredSound = mouth.lastSoundAt();
    waits.push(Date.now() - answeredSound);
  });
  return {
    get room() {
      return room;
    },
    rejoin: () => {
      // A client that does not come back does not always end either.
      room.disconnect().catch(() => undefined);
      return enter(new Room());
    },
    ...{ waits, over, close, heard: ear.heard, speak: mouth.speak, lastSoundAt: mouth.lastSoundAt },
    hangUp: () => void close(),
    asked: ear.asked,
    answering: ear.hearing,
    answered: () => ear.finished() && listens(),
    heardMs: ear.heardMs,
    onChange: ear.onChange,
  };
}

function isAgent(participant: RemoteParticipant): boolean {
  return participant.kind === ParticipantKind.AGENT;
}

/** A frame each 20 ms of real time, silence unless he speaks. */
function createMouth() {
  const source = new AudioSource(MICROPHONE_RATE, 1, 100);
  let speech = new Int16Array(0);
  let at = 0;
  let spoken: (() => void) | undefined;
  let lastSoundAt = 0;
  let timer: NodeJS.Timeout | undefined;

  const finish = () => {
    speech = new Int16Array(0);
    spoken?.();
    spoken = undefined;
  };
  const send = () => {
    const samples = new Int16Array(FRAME_SAMPLES);
    samples.set(speech.subarray(at, at + FRAME_SAMPLES));
    at += FRAME_SAMPLES;
    if (samples.some((sample) => Math.abs(sample) > 300)) lastSoundAt = Date.now();
    // A room that was left takes no more.
    source.captureFrame(new AudioFrame(samples, MICROPHONE_RATE, 1, FRAME_SAMPLES)).catch(() => undefined);
    if (at >= speech.length) finish();
  };
  return {
    lastSoundAt: () => lastSoundAt,
    publish: async (room: Room) => {
      const track = LocalAudioTrack.createAudioTrack('microphone', source);
      const options = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE });
      await room.localParticipant?.publishTrack(track, options);
    },
    open: () => {
      const openedAt = performance.now();
      let sent = 0;
      timer = setInterval(() => {
        for (; sent < (performance.now() - openedAt) / FRAME_MS; sent++) send();
      }, FRAME_MS / 2);
    },
    speak: (pcm: Int16Array): Promise<void> =>
      new Promise((resolve) => {
        speech = new Int16Array(pcm);
        at = 0;
        spoken = resolve;
      }),
    close: () => {
      clearInterval(timer);
      finish();
    },
  };
}

/** Hears the agent: when it speaks, for how long, when it has finished. */
function createEar() {
  const heard: HeardSpeech[] = [];
  const listeners = new Set<() => void>();
  const onSpeech: (() => void)[] = [];
  let speaking = false;
  let sinceAsked = false;
  let quiet: NodeJS.Timeout | undefined;
  let closed = false;

  const changed = () => listeners.forEach((listener) => listener());
  const stopped = () => {
    speaking = false;
    changed();
  };
  const sound = () => {
    const now = Date.now();
    clearTimeout(quiet);
    if (!closed) quiet = setTimeout(stopped, QUIET_MS);
    const current = heard.at(-1);
    if (speaking && current) return void (current.to = now);
    heard.push({ from: now, to: now });
    speaking = sinceAsked = true;
    for (const listener of onSpeech) listener();
    changed();
  };
  return {
    heard,
    changed,
    onSpeech: (listener: () => void) => void onSpeech.push(listener),
    listen: async (track: RemoteTrack) => {
      const frames = new AudioStream(track, { sampleRate: MICROPHONE_RATE, numChannels: 1, frameSizeMs: FRAME_MS });
      for await (const { data } of frames) if (loudness(data) > AUDIBLE) sound();
    },
    asked: () => void (sinceAsked = speaking),
    hearing: () => speaking,
    finished: () => sinceAsked && !speaking,
    heardMs: () => (speaking ? Date.now() - (heard.at(-1)?.from ?? 0) : 0),
    onChange: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      closed = true;
      clearTimeout(quiet);
    },
  };
}

function loudness(samples: Int16Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / Math.max(1, samples.length));
}
