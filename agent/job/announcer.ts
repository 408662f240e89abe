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

/** A sentence that ships as audio: mono, 16 bits, and its words. */
export type Recording = { text: string; samples: Int16Array; sampleRate: number; durationMs: number };

/** What of a recording was played, from when, epoch ms. */
export type Played = { startedAt: number; playedMs: number };

/** Plays sentences without any vendor: for the moment in which there is none. */
export type Announcer = {
  /** Resolves when it was played, or stopped. */
  play(recording: Recording): Promise<Played>;
  stop(): void;
  close(): Promise<void>;
};

/**
 * Reads `<base>.wav` and its words from `<base>.txt`.
 *
 * @throws EarshotError `bad_recording` when the one is no WAV of one channel and 16 bits, or the other says nothing
 */
export async function readRecording(base: string): Promise<Recording> {
  const [bytes, words] = await Promise.all([readFile(`${base}.wav`), readFile(`${base}.txt`, 'utf8')]);
  const text = words.trim();
  if (text === '') throw badRecording(`${base}.txt`, 'is empty', 'write into it what the recording says');
  const fits =
    bytes.length > HEADER_BYTES &&
    bytes.toString('latin1', 0, 4) === 'RIFF' &&
    bytes.toString('latin1', 36, 40) === 'data' &&
    bytes.readUInt16LE(20) === 1 &&
    bytes.readUInt16LE(22) === 1 &&
    bytes.readUInt16LE(34) === 16;
  if (!fits) {
    const fix = 'save it as WAV: PCM, 16 bits, one channel, no further chunks';
    throw badRecording(`${base}.wav`, 'is no such WAV file', fix);
  }
  const sampleRate = bytes.readUInt32LE(24);
  const samples = new Int16Array((bytes.length - HEADER_BYTES) >> 1);
  for (let index = 0; index < samples.length; index++) samples[index] = bytes.readInt16LE(HEADER_BYTES + index * 2);
  return { text, samples, sampleRate, durationMs: (samples.length / sampleRate) * 1_000 };
}

function badRecording(field: string, message: string, fix: string): EarshotError {
  return new EarshotError({ code: 'bad_recording', field, message, fix });
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
    const { signal } = (playing = new AbortController());
    const startedAt = Date.now();
    for (const frame of framesOf(recording)) {
      if (signal.aborted) break;
      await source.captureFrame(frame);
    }
    await source.waitForPlayout();
    const { durationMs } = recording;
    return { startedAt, playedMs: signal.aborted ? Math.min(durationMs, Date.now() - startedAt) : durationMs };
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
