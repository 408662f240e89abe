import { wordsIn } from '../vocabulary/lines.ts';
import { hitAt, lexicon } from '../match/lexicon.ts';
import type { Utterance } from '../normalise/types.ts';
import { namedDays } from '../vocabulary/dates.ts';
import { horizons, unitDays } from '../vocabulary/horizons.ts';

/** A date that was said, in days from the call on. */
export type Horizon = { days: number; from: number; to: number; hasNumber: boolean };

const NAMED = lexicon(horizons);
/** Behind a number of days they tell that it is a date: "six weeks out". */
const AWAY = new Set(
  wordsIn(`
out, away, off, from, time, hence, left, tomorrow, today, tops, max, maybe, or, now, to
`),
);
const BEFORE = new Set(
  wordsIn(`
in, within, about, is, next, than, under, say, maybe, around, like, have, what, has, only, got, give, take, are,
probably, realistically, another, approximately
`),
);
const OFTEN = new Set(['once', 'twice', 'times', 'each', 'every', 'thrice']);
const DAYS = new Set([...namedDays, 'tonight']);
/** Days to a day that is named: half a week. */
const TO_NAMED_DAY = 4;
/** A day of a month is less than a month off, on average half of one. */
const DAY_OF_MONTH = 15;

/** Dates of an utterance; where one was asked for a bare "two months" is one. In the order in which they were said. */
export function horizonsIn({ tokens }: Utterance, isAsked: boolean): Horizon[] {
  const all = tokens.flatMap((token, at): Horizon[] => {
    const { number } = token;
    if (number?.form === 'ordinal' && tokens[at - 1]?.text !== 'every') {
      const isDate = ['the', 'by', 'before', 'on', 'until'].includes(tokens[at - 1]?.text ?? '');
      return isDate ? [{ days: DAY_OF_MONTH, from: at - 1, to: at + 1, hasNumber: false }] : [];
    }
    if (number?.form === 'count') return inUnits(tokens, at, number.value, isAsked);
    if (isAsked && DAYS.has(token.text) && !['every', 'each', 'last', 'a'].includes(tokens[at - 1]?.text ?? ''))
      return [{ days: TO_NAMED_DAY, from: at, to: at + 1, hasNumber: false }];
    const hit = hitAt(NAMED, tokens, at, tokens.length);
    // "once a year" and "eighty six in a year" are no dates.
    if (
      hit &&
      !isAsked &&
      token.text === 'a' &&
      tokens[at - 1]?.text === 'in' &&
      tokens[at - 2]?.number?.form === 'count'
    )
      return [];
    if (hit && token.text === 'a' && !isAsked && !BEFORE.has(tokens[at - 1]?.text ?? '')) return [];
    // "it rolls on for a year"
    if (hit && token.text === 'a' && tokens[at - 1]?.text === 'for') return [];
    if (hit && OFTEN.has(tokens[at - 1]?.text ?? '')) return [];
    return hit ? [{ days: Number(hit.value), from: at, to: hit.to, hasNumber: false }] : [];
  });
  // "the end of next month" is one date; "the quarter ends on friday" tells when by the second.
  return all.filter(
    (one) =>
      !all.some(
        (other) =>
          (other.from < one.from && one.from < other.to) ||
          (!one.hasNumber && one.to <= other.from && other.from <= one.to + 1),
      ),
  );
}

function inUnits(tokens: Utterance['tokens'], at: number, amount: number, isAsked: boolean): Horizon[] {
  const unit = tokens[at + 1]?.text ?? '';
  const days = Object.hasOwn(unitDays, unit) ? unitDays[unit] : undefined;
  const before = tokens[at - 1]?.text ?? '';
  const after = tokens[at + 2]?.text ?? '';
  if (
    days === undefined ||
    before === 'for' ||
    before === 'last' ||
    after === 'ago' ||
    after === 'old' ||
    tokens[at - 2]?.text === 'every'
  )
    return [];
  if (!isAsked && !BEFORE.has(before) && !AWAY.has(after)) return [];
  return [{ days: amount * days, from: at, to: at + 2, hasNumber: true }];
}
