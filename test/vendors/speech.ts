import { Worker } from 'node:worker_threads';
import type { SpeechRequest } from './speech-thread.ts';
import type { Voice } from './script.ts';
import type { Speech } from './synthesis.ts';

const MOST_CACHED = 400;

/** Speech from text, made in a thread of its own so that eight calls' servers stay responsive, and kept. */
export type Speaker = { say(text: string, voice: Voice): Promise<Speech>; close(): Promise<void> };

export function createSpeechThread(): Speaker {
  const thread = new Worker(new URL('./speech-thread.mjs', import.meta.url));
  const waiting = new Map<number, (speech: Speech) => void>();
  const cache = new Map<string, Promise<Speech>>();
  let requests = 0;
  thread.on('message', ({ id, speech }: { id: number; speech: Speech }) => {
    waiting.get(id)?.(speech);
    waiting.delete(id);
  });

  return {
    say: (text, voice) => {
      const key = JSON.stringify([text, voice]);
      const cached = cache.get(key);
      if (cached) return cached;
      const made = new Promise<Speech>((resolve) => {
        const request: SpeechRequest = { id: ++requests, text, voice };
        waiting.set(request.id, resolve);
        thread.postMessage(request);
      });
      if (cache.size >= MOST_CACHED) cache.delete(cache.keys().next().value ?? '');
      cache.set(key, made);
      return made;
    },
    close: async () => void (await thread.terminate()),
  };
}

/** Another rate, by linear interpolation: good enough for synthetic voices. */
export function resample(pcm: Int16Array, from: number, to: number): Int16Array {
  if (from === to) return pcm;
  const out = new Int16Array(Math.floor((pcm.length * to) / from));
  for (let index = 0; index < out.length; index++) {
    const position = (index * from) / to;
    const left = Math.floor(position);
    const a = pcm[left] ?? 0;
    out[index] = a + ((pcm[left + 1] ?? a) - a) * (position - left);
  }
  return out;
}
