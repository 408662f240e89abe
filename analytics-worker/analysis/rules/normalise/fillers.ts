import { wordsIn } from '../vocabulary/lines.ts';
import { ordinals, scales, teens, tens, units } from '../vocabulary/numbers.ts';
import { fillers, likeAfter } from '../vocabulary/speech.ts';
import type { Word } from './words.ts';
import { endsSentence } from './stops.ts';

const PHRASES = fillers.map((filler) => filler.split(' ')).toSorted((a, b) => b.length - a.length);
const BY_FIRST = new Map<string, string[][]>();
for (const phrase of PHRASES) BY_FIRST.set(phrase[0] ?? '', [...(BY_FIRST.get(phrase[0] ?? '') ?? []), phrase]);
/** "what kind of" and "do you know" are no fillers. */
const NOT_AFTER: Record<string, Set<string>> = {
  'kind of': new Set(
    wordsIn(`
what, which, this, that, some, any, a, the, every, all, same, those, these, one, two
`),
  ),
  'sort of': new Set(
    wordsIn(`
what, which, this, that, some, any, a, the, every, all, same, those, these, one, two
`),
  ),
  'you know': new Set(
    wordsIn(`
do, did, if, would, as, let, that, what, because
`),
  ),
  'you see': new Set(
    wordsIn(`
do, did, as, if, can, when, what, would, let
`),
  ),
};
const LONGEST_REPEAT = 4;

/** The words without fillers ("um", "you know") and without what was said twice in a row ("we we use"). */
export function dropFillers(words: Word[]): Word[] {
  const kept: Word[] = [];
  for (let at = 0; at < words.length;) {
    const length = fillerAt(words, at);
    const word = words[at];
    if (!word) break;
    if (length > 0) passStop(kept.at(-1), words[at + length - 1]);
    else kept.push(word);
    at += Math.max(1, length);
  }
  return dropRepeats(kept);
}

function fillerAt(words: Word[], at: number): number {
  const before = words[at - 1]?.text ?? '';
  const word = words[at]?.text ?? '';
  if (word === 'like') return likeAfter.has(before) ? 0 : 1;
  if (word === 'oh' && isNumber(before) && isNumber(words[at + 1]?.text ?? '')) return 0;
  const phrase = BY_FIRST.get(word)?.find((filler) => filler.every((text, index) => words[at + index]?.text === text));
  if (!phrase || NOT_AFTER[phrase.join(' ')]?.has(before)) return 0;
  return phrase.length;
}

/** The end of a sentence counts even where a filler stood last. */
function passStop(kept: Word | undefined, filler: Word | undefined): void {
  if (kept && filler?.stop && filler.stop !== ',' && kept.stop !== '?') kept.stop = filler.stop;
}

function dropRepeats(words: Word[]): Word[] {
  const out: Word[] = [];
  for (const [index, word] of words.entries()) {
    out.push(word);
    if (isRange(words, index)) continue;
    for (let length = LONGEST_REPEAT; length > 0; length--) {
      if (!endsTwice(out, length)) continue;
      const stop = out.at(-1)?.stop;
      out.splice(out.length - length, length);
      const last = out.at(-1);
      if (stop && last) last.stop = stop;
      break;
    }
  }
  return out;
}

/** "twenty twenty five" are two numbers. */
const isRange = (words: Word[], at: number): boolean =>
  Object.hasOwn(tens, words[at]?.text ?? '') &&
  words[at]?.text === words[at - 1]?.text &&
  Object.hasOwn(units, words[at + 1]?.text ?? '');

/** The last `length` words stand twice in a row. Digits of a phone number may, "yes yes" is one yes. */
function endsTwice(words: Word[], length: number): boolean {
  if (words.length < 2 * length) return false;
  const last = words.slice(-length);
  const before = words.slice(-2 * length, -length);
  if (before.some(endsSentence)) return false;
  if (length === 1 && (Object.hasOwn(units, last[0]?.text ?? '') || /\d/u.test(last[0]?.text ?? ''))) return false;
  return last.every(({ text }, index) => text === before[index]?.text);
}

function isNumber(text: string): boolean {
  return [units, teens, tens, scales, ordinals].some((words) => Object.hasOwn(words, text));
}
