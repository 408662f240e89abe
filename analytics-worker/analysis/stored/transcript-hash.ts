import { createHash } from 'node:crypto';
import type { Item } from '../transcript.ts';

/** The same for the same words of the same speakers in the same order: what was found in them need not be asked again. */
export function hashOf(items: readonly Item[]): string {
  const said = items.map(({ role, text, interrupted = false }) => [role, text, interrupted]);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32);
}
