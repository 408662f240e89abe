import { readFile } from 'node:fs/promises';
import {
  AudioFrame,
  AudioSource,
  LocalAudioTrack,
  TrackPublishOptions,
  TrackSource,
  type Room,
} from '@livekit/rtc-node';
import { EarshotError } from '../../lib/errors.ts';

const HEADER_BYTES = 44;
const FRAME_MS = 20;
/** Audio that the track may hold, ms: what is stopped is silent after it. */
const QUEUE_MS = 100;

/** A sentence that ships as audio: mono, 16 bits. */
export type Recording = { samples: Int16Array; sampleRate: number; durationMs: number };

/** Plays sentences without any vendor: for the moment in which there is none. */
export type Announcer = {
  /** Resolves when it was heard, or stopped. */
  play(recording: Recording): Promise<void>;
  stop(): void;
  close(): Promise<void>;
};

/** @throws EarshotError `bad_recording` when the file is no WAV of one channel and 16 bits. */
export async function readRecording(file: string | URL): Promise<Recording> {
  const bytes = await readFile(file);
  const fits =
    bytes.length > HEADER_BYTES &&
    bytes.toString('latin1', 0, 4) === 'RIFF' &&
    bytes.toString('latin1', 36, 40) === 'data' &&
    bytes.readUInt16LE(20) === 1 &&
    bytes.readUInt16LE(22) === 1 &&
    bytes.readUInt16LE(34) === 16;
  if (!fits) {
    const fix = 'save it as WAV: PCM, 16 bits, one channel, no further chunks';
    throw new EarshotError({ code: 'bad_recording', field: String(file), message: 'is no such WAV file', fix });
  }
  const sampleRate = bytes.readUInt32LE(24);
  const samples = new Int16Array((bytes.length - HEADER_BYTES) >> 1);
  for (let index = 0; index < samples.length; index++) samples[index] = bytes.readInt16LE(HEADER_BYTES + index * 2);
  return { samples, sampleRate, durationMs: (samples.length / sampleRate) * 1_000 };
}

/** A track of its own beside the session's, published now so that it is there when everything else fails. */
export async function openAnnouncer(room: Room, sampleRate: number): Promise<Announcer> {
  const source = new AudioSource(sampleRate, 1, QUEUE_MS);
  const track = LocalAudioTrack.createAudioTrack('announcements', source);
  const options = new TrackPublishOptions({ source: TrackSource.SOURCE_UNKNOWN });
  await room.localParticipant?.publishTrack(track, options);
  let playing: AbortController | undefined;

  const play = async (recording: Recording) => {
    playing?.abort();
    const mine = (playing = new AbortController());
    for (const frame of framesOf(recording)) {
      if (mine.signal.aborted) return;
      await source.captureFrame(frame);
    }
    await source.waitForPlayout();
  };
  return {
    play,
    stop: () => {
      playing?.abort();
      source.clearQueue();
    },
    close: async () => {
      playing?.abort();
      await track.close();
    },
  };
}

function* framesOf({ samples, sampleRate }: Recording): Generator<AudioFrame> {
  const size = (sampleRate * FRAME_MS) / 1_000;
  for (let start = 0; start < samples.length; start += size) {
    const data = new Int16Array(size);
    data.set(samples.subarray(start, start + size));
    yield new AudioFrame(data, sampleRate, 1, size);
  }
}
