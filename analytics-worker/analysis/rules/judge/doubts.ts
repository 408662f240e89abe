import type { Utterance } from '../normalise/types.ts';
import { sensesOf } from './senses.ts';
import { isNegated } from './negation.ts';

/** Why a claim may not be one of the speaker's own present. */
export type Doubt =
  | 'negated'
  | 'hypothetical'
  | 'past'
  | 'future'
  | 'other'
  | 'question'
  | 'ironic'
  | 'machine'
  | 'hedged';

/**
 * What speaks against taking tokens `from` up to `to`, excluded, for a claim about the speaker's own present. What of it
 * matters is the caller's to decide: a pain may lie in the past, a need may be a question.
 */
export function doubtsAbout(utterance: Utterance, from: number, to: number): Set<Doubt> {
  const found = new Set<Doubt>();
  const sense = sensesOf(utterance).find((sense) => sense.from <= from && from < sense.to);
  if (!sense) return found;
  if (isNegated(utterance, sense, from, to)) found.add('negated');
  for (const doubt of sense.doubts) found.add(doubt);
  return found;
}
