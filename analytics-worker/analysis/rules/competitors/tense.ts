import type { Token } from '../normalise/types.ts';
import { auxiliaries } from '../vocabulary/predicates.ts';
import type { Verb } from './verbs.ts';

export type Tense = 'present' | 'perfect' | 'past' | 'future' | 'unreal';

const FUTURE = new Set(auxiliaries.future);
const UNREAL = new Set(auxiliaries.unreal);
const PAST = new Set(auxiliaries.past);
const STOPPING = new Set(auxiliaries.stopping);
const STOPPED = new Set(auxiliaries.stopped);
/** How many words before a verb tell its tense. */
const REACH = 5;

/** When a verb's doing is, by its form and the words before it: "used to use", "have been using", "would use". */
export function tenseOf(tokens: Token[], start: number, { at, form, kind }: Verb): Tense {
  const before = tokens.slice(Math.max(start, at - REACH), at).map(({ text }) => text);
  const has = (words: Set<string>): boolean => before.some((text) => words.has(text));
  if (has(STOPPED)) return 'past';
  if (has(STOPPING)) return 'present';
  if (before.at(-1) === 'to' && before.at(-2) === 'used') return 'past';
  if (form === 'base' && before.includes('did')) return 'past';
  if (has(UNREAL)) return 'unreal';
  if (has(FUTURE)) return 'future';
  if (form === 'past') {
    if (before.includes('have') || before.includes('has') || tokens[at]?.text === 'been') return 'perfect';
    const isPassive = kind !== 'be' && before.some((text) => text === 'am' || text === 'are' || text === 'is');
    return isPassive ? 'present' : 'past';
  }
  return form === 'ing' && has(PAST) && !before.includes('have') ? 'past' : 'present';
}
