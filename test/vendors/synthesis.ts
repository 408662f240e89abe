import init from '@echogarden/espeak-ng-emscripten';
import type { SpokenWord, Voice } from './script.ts';

export type Speech = { sampleRate: number; pcm: Int16Array; words: SpokenWord[] };
type Timing = { position: number; atMs: number };

const QUIET = 40;
const KEPT_SILENCE_MS = 60;

/** A speaker with eSpeak's voice: text to 16-bit PCM and the time of each word. Takes ~20 ms for a second of speech. */
export async function createSpeaker(): Promise<(text: string, voice: Voice) => Speech> {
  const engine = await init();
  const speaker = new engine.eSpeakNGWorker();
  return (text, voice) => {
    speaker.set_voice(voice.language);
    speaker.set_rate(voice.rate);
    speaker.set_pitch(voice.pitch);
    const chunks: Int16Array[] = [];
    const timings: Timing[] = [];
    speaker.synthesize(text, (audio, events) => {
      if (audio) chunks.push(Int16Array.from(audio));
      for (const event of events ?? []) {
        if (event.type === 'word') timings.push({ position: event.text_position - 1, atMs: event.audio_position });
      }
    });
    const sampleRate = speaker.get_samplerate();
    const pcm = withoutTail(concatenate(chunks), sampleRate);
    return { sampleRate, pcm, words: timedWords(text, timings, (pcm.length * 1_000) / sampleRate) };
  };
}

/** Words as written, with their punctuation; one that eSpeak reports in parts (a number) gets its first part's time. */
function timedWords(text: string, timings: readonly Timing[], durationMs: number): SpokenWord[] {
  const tokens = [...text.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
  let last = 0;
  const starts = tokens.map(({ from, to }) => {
    const timing = timings.find(({ position }) => position >= from && position < to);
    last = Math.max(last, timing?.atMs ?? last);
    return last;
  });
  return tokens.map((token, index) => ({
    text: token.text,
    startMs: Math.min(starts[index] ?? 0, durationMs),
    endMs: Math.min(starts[index + 1] ?? durationMs, durationMs),
  }));
}

function concatenate(chunks: readonly Int16Array[]): Int16Array {
  const all = new Int16Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}

function withoutTail(pcm: Int16Array, sampleRate: number): Int16Array {
  let end = pcm.length;
  while (end > 0 && Math.abs(pcm[end - 1] ?? 0) < QUIET) end--;
  return pcm.subarray(0, Math.min(pcm.length, end + (KEPT_SILENCE_MS * sampleRate) / 1_000));
}
