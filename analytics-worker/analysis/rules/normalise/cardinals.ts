import { wordsIn } from '../vocabulary/lines.ts';
import { amounts, scales, teens, tens, units, vagueAmounts } from '../vocabulary/numbers.ts';
import type { Word } from './words.ts';
import { endsSentence } from './stops.ts';

/** A number as it was said, from one word up to another, excluded. */
export type Cardinal = { value: number; to: number; vague: boolean; scale: number; quick: boolean };

const has = (words: Record<string, number>, text: string): number | undefined =>
  Object.hasOwn(words, text) ? words[text] : undefined;
const PRONOUNS = new Set(
  wordsIn(`
us, them, you, the, my, our, those, these, your, their
`),
);
const SMALL_SCALE = 1000;

/** Reads one number that begins at `at`: "a hundred and twenty", "two fifty", "half a dozen", "2k", "1,200". */
export function cardinalAt(words: Word[], at: number): Cardinal | undefined {
  return scaled(words, at) ?? amountAt(words, at);
}

const textAt = (words: Word[], at: number): string => words[at]?.text ?? '';

/** Up to millions: groups before "thousand" and "million", then the rest. */
function scaled(words: Word[], from: number): Cardinal | undefined {
  let at = from;
  if (['a', 'an', 'one'].includes(textAt(words, at)) && has(scales, textAt(words, at + 1))) at += 1;
  let group =
    has(scales, textAt(words, at)) && (!isPlural(textAt(words, at)) || isGrandA(words, at))
      ? { value: 1, to: at, quick: false }
      : belowHundred(words, at);
  if (!group) return undefined;
  let { value, to, quick } = group;
  let scale = 1;
  let fraction = halfAt(words, to);
  if (fraction && has(scales, textAt(words, fraction))) [value, to] = [value + 0.5, fraction];
  for (
    let next = has(scales, textAt(words, to));
    next && !(to > from && endsSentence(words[to - 1]));
    next = has(scales, textAt(words, to))
  ) {
    value *= next;
    scale = Math.max(scale, next);
    to += 1;
    const rest = restAt(words, to, next);
    if (rest) [value, to] = [value + rest.value, rest.to];
    quick = false;
    if (rest && !has(scales, textAt(words, to))) break;
  }
  fraction = scale === 1 ? halfAt(words, to) : undefined;
  if (fraction) [value, to] = [value + 0.5, fraction];
  return { value, to, vague: false, scale, quick };
}

/** "A grand a month", but no "grand idea". */
const isGrandA = (words: Word[], at: number): boolean =>
  textAt(words, at) === 'grand' && textAt(words, at - 1) === 'a' && RATES.has(textAt(words, at + 1));
const RATES = new Set(['a', 'per', 'each', 'every']);

const isPlural = (text: string): boolean =>
  text === 'hundreds' ||
  text === 'thousands' ||
  text === 'dozens' ||
  text === 'grand' ||
  text === 'k' ||
  text === 'score';

/** What follows a scale: "hundred (and) twenty", "thousand two hundred". */
function restAt(words: Word[], at: number, scale: number): { value: number; to: number } | undefined {
  if (scale < 100 || endsSentence(words[at - 1])) return undefined;
  const from = textAt(words, at) === 'and' ? at + 1 : at;
  const rest = belowHundred(words, from, false);
  if (!rest) return undefined;
  if (scale >= SMALL_SCALE && textAt(words, rest.to) === 'hundred') {
    const more = restAt(words, rest.to + 1, 100);
    return { value: rest.value * 100 + (more?.value ?? 0), to: more?.to ?? rest.to + 1 };
  }
  if (rest.to - from === 2 && textAt(words, rest.to) === 'hundred')
    return { value: tens[textAt(words, from)] ?? 0, to: from + 1 };
  // "a hundred and fifty thousand" is one number, "a hundred to fifty" and "a hundred two hundred" are not.
  if (has(scales, textAt(words, rest.to)) && textAt(words, rest.to) !== 'thousand') return undefined;
  return rest.value < scale ? rest : undefined;
}

/** "twelve", "twenty five", digits, and hundreds in short: "two fifty", "one oh five". */
function belowHundred(
  words: Word[],
  at: number,
  mayBeQuick = true,
): { value: number; to: number; quick: boolean } | undefined {
  const text = textAt(words, at);
  if (/^[\d,]+(?:\.\d+)?k?$/u.test(text)) {
    const value = Number(text.replaceAll(',', '').replace('k', ''));
    return Number.isFinite(value)
      ? { value: text.endsWith('k') ? value * SMALL_SCALE : value, to: at + 1, quick: false }
      : undefined;
  }
  const unit = has(units, text);
  const here = unit ?? has(teens, text);
  if (here === undefined) {
    const ten = has(tens, text);
    if (ten === undefined) return undefined;
    const more = words[at]?.stop ? undefined : has(units, textAt(words, at + 1));
    return more ? { value: ten + more, to: at + 2, quick: false } : { value: ten, to: at + 1, quick: false };
  }
  const plain = { value: here, to: at + 1, quick: false };
  if (textAt(words, at + 1) === 'point' && has(units, textAt(words, at + 2)) !== undefined)
    return { value: here + (has(units, textAt(words, at + 2)) ?? 0) / 10, to: at + 3, quick: false };
  if (!mayBeQuick || !unit || words[at]?.stop) return plain;
  if (textAt(words, at + 1) === 'oh') {
    const last = has(units, textAt(words, at + 2));
    return last === undefined ? plain : { value: unit * 100 + last, to: at + 3, quick: true };
  }
  const rest = quickRest(words, at + 1);
  return rest && rest.value > unit + 1 ? { value: unit * 100 + rest.value, to: rest.to, quick: true } : plain;
}

/** The tens of "two fifty"; "five ten" and "two three" are ranges, and "two thirty thousand" is nothing. */
function quickRest(words: Word[], at: number): { value: number; to: number } | undefined {
  const text = textAt(words, at);
  if (has(units, text) !== undefined || text === 'ten' || /\d/u.test(text)) return undefined;
  const rest = belowHundred(words, at, false);
  if (!rest || !has(scales, textAt(words, rest.to))) return rest;
  // "two fifty, three hundred": the last digit is of the next number.
  const ten = has(tens, text);
  return ten !== undefined && rest.to === at + 2 ? { value: ten, to: at + 1 } : undefined;
}

function halfAt(words: Word[], at: number): number | undefined {
  return textAt(words, at) === 'and' && textAt(words, at + 1) === 'a' && textAt(words, at + 2) === 'half'
    ? at + 3
    : undefined;
}

/** "a couple of hundred", "half a dozen", "a few thousand", "dozens". */
function amountAt(words: Word[], from: number): Cardinal | undefined {
  let at = from;
  if (textAt(words, at) === 'a') at += 1;
  const text = textAt(words, at);
  const exact = has(amounts, text);
  const amount = exact ?? has(vagueAmounts, text);
  if (amount === undefined)
    return isPlural(text) && text.endsWith('s') && at === from
      ? { value: (has(scales, text) ?? 1) * 2, to: at + 1, vague: true, scale: 1, quick: false }
      : undefined;
  let to = at + 1;
  if (text === 'half')
    return textAt(words, to) === 'a' && has(scales, textAt(words, to + 1))
      ? ofScale(words, 0.5, to + 1, false)
      : undefined;
  if (textAt(words, to) === 'of' && has(scales, textAt(words, to + 1))) to += 1;
  if (has(scales, textAt(words, to))) return ofScale(words, amount, to, exact === undefined);
  const isNamed =
    text === 'couple' && ['next', 'last', 'past', 'the', 'first', 'every'].includes(textAt(words, from - 1));
  if (from === at && exact !== undefined && !isNamed) return undefined;
  // "a couple of months", but "a couple of us".
  if (textAt(words, to) === 'of' && !PRONOUNS.has(textAt(words, to + 1))) to += 1;
  return { value: amount, to, vague: exact === undefined, scale: 1, quick: false };
}

function ofScale(words: Word[], amount: number, at: number, vague: boolean): Cardinal {
  const scale = has(scales, textAt(words, at)) ?? 1;
  return { value: amount * scale, to: at + 1, vague, scale, quick: false };
}
