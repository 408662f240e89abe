import { createHash } from 'node:crypto';

/** What vendors take in real life, roughly; each is varied by up to a fifth. */
export const delays = {
  recogniserMs: 100,
  modelFirstTokenMs: 250,
  modelTokenMs: 15,
  voiceFirstByteMs: 120,
} as const;

/** The delay, longer or shorter by up to a fifth: the same for the same key, so that runs can be compared. */
export function varied(ms: number, key: string): number {
  const byte = createHash('sha1').update(key).digest()[0] ?? 128;
  return ms * (0.8 + (0.4 * byte) / 255);
}
