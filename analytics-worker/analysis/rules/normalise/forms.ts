import { wordsIn } from '../vocabulary/lines.ts';
import { ordinals, teens, tens, units } from '../vocabulary/numbers.ts';
import type { Quantity } from './types.ts';
import type { Word } from './words.ts';
import { endsSentence } from './stops.ts';

/** What a number is when it is not how many of something. */

const LONGEST_COUNT_IN_DIGITS = 6;
const FEWEST_DIGITS_OF_RUN = 4;
const NOT_NUMBER_BEFORE_ONE = new Set(
  wordsIn(`
no, any, every, this, that, the, which, each, some, another, good, better, big, bigger, last, next, other, only, old,
new, same, right, wrong, main, cheap, cheaper, best, free, what, bad, busy, slow, quiet, normal, typical, usual
`),
);
const NOT_NUMBER_AFTER_ONE = new Set(
  wordsIn(`
of, thing, day, moment, sec, second, minute, question, point, another, last, side, hand, way, who, that, is, was, we,
i, you, where, which, time, more, would, big, issue, problem, off, quick, place
`),
);
const YEAR_BEFORE = new Set(
  wordsIn(`
in, since, by, year, from, during, before, after, early, late, mid, january, february, march, april, may, june, july,
august, september, october, november, december, established, founded, summer, spring, autumn, fall, winter, until, of
`),
);
const TIME_AFTER = new Set(['am', 'pm', 'a.m', 'p.m', "o'clock", 'oclock', 'ish']);
const COUNTED_AFTER = new Set(
  wordsIn(`
a, per, people, staff, of, employees, users, documents, contracts, or, each, every, reps, seats, folks, total,
percent, now, right
`),
);
const TIME_BEFORE = new Set(['at', 'say']);
const DAY_AFTER = new Set(
  wordsIn(`
on, tomorrow, today, in, monday, tuesday, wednesday, thursday, friday, works, then, sharp, would, your, my, uk,
eastern, pacific, central, is, if, should, please, next, this, gmt
`),
);
const MINUTES = new Set([15, 20, 30, 40, 45]);

const textAt = (words: Word[], at: number): string => words[at]?.text ?? '';

/** "one" that is no number: "no one", "the one we use", "one of the partners". */
export function oneIsNoNumber(words: Word[], at: number): boolean {
  const text = textAt(words, at);
  if (text !== 'one') return false;
  const after = textAt(words, at + 1);
  if (Object.hasOwn(ordinals, textAt(words, at - 1))) return true;
  if (NOT_NUMBER_BEFORE_ONE.has(textAt(words, at - 1)) && !['person', 'hundred', 'thousand', 'fifty'].includes(after))
    return true;
  return NOT_NUMBER_AFTER_ONE.has(after) && !words[at]?.stop;
}

/** Digits read out, as of a phone number or a card; where they end. */
export function runEnd(words: Word[], at: number): number | undefined {
  const text = textAt(words, at);
  if (/^\d+$/u.test(text) && (text.length > LONGEST_COUNT_IN_DIGITS || text.startsWith('0')))
    return digitsEnd(words, at);
  const end = digitsEnd(words, at);
  const digits = words.slice(at, end).reduce((sum, word) => sum + (/^\d+$/u.test(word.text) ? word.text.length : 1), 0);
  const groups = end - at;
  const isRead = words.slice(at, end).every((word) => !/^\d{1,2}$/u.test(word.text) || groups > 3);
  return groups > 1 && isRead && digits >= FEWEST_DIGITS_OF_RUN + (/^\d/u.test(text) ? 2 : 0) ? end : undefined;
}

function digitsEnd(words: Word[], at: number): number {
  let end = at;
  while (isDigit(words, end) && (end === at || !endsSentence(words[end - 1]))) end += 1;
  return end;
}

function isDigit(words: Word[], at: number): boolean {
  const text = textAt(words, at);
  if (/^\d+$/u.test(text) || text === 'oh' || text === 'double' || text === 'triple') return true;
  return Object.hasOwn(units, text) && !['hundred', 'thousand', 'dozen'].includes(textAt(words, at + 1));
}

/** "2019", "nineteen ninety eight", "twenty twenty four". */
export function isYear(words: Word[], at: number, read: { quantity: Quantity; to: number }): boolean {
  const text = textAt(words, at);
  const dated = YEAR_BEFORE.has(textAt(words, at - 1));
  if (/^(?:19|20)\d\d$/u.test(text)) return dated;
  const { value } = read.quantity;
  return dated && value >= 1950 && value < 2050 && text === 'two';
}

/** A year in two halves; where it ends. */
export function yearEnd(words: Word[], at: number): number | undefined {
  const first = textAt(words, at);
  if (first !== 'nineteen' && first !== 'twenty') return undefined;
  const second = tens[textAt(words, at + 1)] ?? teens[textAt(words, at + 1)];
  if (second === undefined || (first === 'twenty' && second > 30)) return undefined;
  const more = Object.hasOwn(units, textAt(words, at + 2));
  const dated = YEAR_BEFORE.has(textAt(words, at - 1));
  return dated || (first === 'nineteen' && second >= 50) ? at + (more ? 3 : 2) : undefined;
}

/** "at three", "three thirty on thursday", "ten am". */
export function isTime(words: Word[], at: number, read: { quantity: Quantity; to: number }): boolean {
  const after = textAt(words, read.to);
  const before = textAt(words, at - 1);
  const { value } = read.quantity;
  if (TIME_AFTER.has(after) && value <= 1259 && !(after === 'ish' && !TIME_BEFORE.has(before))) return true;
  if (after === 'a' && textAt(words, read.to + 1) === 'm') return true;
  if (before === 'past' || (before === 'to' && textAt(words, at - 2) === 'quarter')) return value <= 12;
  const isClock = value <= 12 || (value <= 1259 && value >= 115 && MINUTES.has(value % 100));
  if (!isClock || read.quantity.range || COUNTED_AFTER.has(after)) return false;
  return before === 'at'
    ? after === '' || words[read.to - 1]?.stop !== undefined || DAY_AFTER.has(after)
    : value > 99 && before === 'say' && DAY_AFTER.has(after);
}
