import { parentPort } from 'node:worker_threads';
import type { Voice } from './script.ts';
import { createSpeaker } from './synthesis.ts';

export type SpeechRequest = { id: number; text: string; voice: Voice };

const port = parentPort;
if (!port) throw new Error('this file runs as a worker thread');
const speak = await createSpeaker();
port.on('message', ({ id, text, voice }: SpeechRequest) => {
  const speech = speak(text, voice);
  port.postMessage({ id, speech });
});
