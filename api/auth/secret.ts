import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits as text: nobody guesses it, so a plain hash of it is enough to store. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** The public name of a key or session: may be shown and logged. */
export function newPublicId(): string {
  return randomBytes(6).toString('hex');
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Compares in constant time, so that no answer's timing says how much of a guess was right. */
export function matches(secret: string, hash: string): boolean {
  const [given, wanted] = [Buffer.from(hashOf(secret)), Buffer.from(hash)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
