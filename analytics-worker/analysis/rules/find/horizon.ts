import { wordsIn } from '../vocabulary/lines.ts';
import { hitAt, lexicon } from '../match/lexicon.ts';
import { compile, matchAll, matchesAt } from '../match/pattern.ts';
import type { Token, Utterance } from '../normalise/types.ts';
import { months, namedDays } from '../vocabulary/dates.ts';
import { beforeMonths, events, horizons, monthsNow, unitDays } from '../vocabulary/horizons.ts';

/** A date that was said, in days from the call on. */
export type Horizon = { days: number; from: number; to: number; hasNumber: boolean };

const NAMED = lexicon(horizons);
const EVENTS = compile({ events });
const MONTHS_NOW = compile({ now: monthsNow }, { month: lexicon(months) });
const BEFORE_MONTHS = new Set(beforeMonths);
const DOUBTFUL_MONTHS = new Set(['march', 'may']);
const WEEK = 7;
const LONGEST_MONTH = 31;
const QUARTER = 93;
const MONTHS = 12;
const MONTH = 30;
/** Of an event or a month of which nobody says how far off it is: less than a quarter, and half a year. */
const EVENT = 60;
const ANY_MONTH = 150;
/** Behind a number of days they tell that it is a date: "six weeks out". */
const AWAY = new Set(
  wordsIn(`
out, away, off, from, time, hence, left, more, tomorrow, today, tops, max, maybe, or, now, to
`),
);
const BEFORE = new Set(
  wordsIn(`
in, within, about, is, next, than, under, say, maybe, around, like, have, what, has, only, got, give, take, are,
probably, realistically, another, approximately
`),
);
/** Behind "for three months" they tell that it is a date all the same. */
const FROM_NOW = new Set(['from', 'out', 'off', 'away', 'hence', 'time']);
const MORE = new Set(['bit', 'half', 'little']);
const OFTEN = new Set(['once', 'twice', 'times', 'each', 'every', 'thrice']);
const DAYS = new Set([...namedDays, 'tonight']);
/** Days to a day that is named: half a week. */
const TO_NAMED_DAY = 4;
/** A day of a month is less than a month off, on average half of one. */
const DAY_OF_MONTH = 15;

/**
 * Dates of an utterance, in the order in which they were said.
 *
 * @param isAsked one was asked for, so that a bare "two months" is one
 * @param now the month in which they speak, from 0, where somebody says it
 */
export function horizonsIn({ tokens }: Utterance, isAsked: boolean, now?: number): Horizon[] {
  const all = tokens.flatMap((token, at): Horizon[] => {
    const { number } = token;
    if (number?.form === 'ordinal' && tokens[at - 1]?.text !== 'every') return onDayOfMonth(tokens, at, number.value);
    if (number?.form === 'count') return inUnits(tokens, at, number.value, isAsked);
    return byName(tokens, at, isAsked) ?? inMonth(tokens, at, isAsked, now) ?? atEvent(tokens, at);
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

/** The month in which they speak, from 0, where one of them says so: "it's july now". */
export function monthNow(utterances: Utterance[]): number | undefined {
  const said = utterances.flatMap(({ tokens }) => matchAll(MONTHS_NOW, tokens))[0]?.sets['month'];
  return said && months.indexOf(said.value);
}

/** "by friday", "end of next month"; undefined where nothing of the kind stands here. */
function byName(tokens: Token[], at: number, isAsked: boolean): Horizon[] | undefined {
  const text = tokens[at]?.text ?? '';
  const before = tokens[at - 1]?.text ?? '';
  const hit = hitAt(NAMED, tokens, at, tokens.length);
  if (!hit) {
    const isDay = isAsked && DAYS.has(text) && !['every', 'each', 'last', 'a'].includes(before);
    return isDay ? [{ days: TO_NAMED_DAY, from: at, to: at + 1, hasNumber: false }] : undefined;
  }
  if (OFTEN.has(before)) return [];
  // "it rolls on for a year"
  if (text === 'a' && (before === 'for' || isRate(tokens, at) || (!isAsked && !BEFORE.has(before)))) return [];
  return [{ days: Number(hit.value), from: at, to: hit.to, hasNumber: text === 'a' }];
}

/** "sixty a month", "eighty six in a year": no dates. */
function isRate(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]?.text === 'in' ? tokens[at - 2] : tokens[at - 1];
  return before?.number?.form === 'count';
}

/** "in september", where one was asked for "september" alone. */
function inMonth(tokens: Token[], at: number, isAsked: boolean, now: number | undefined): Horizon[] | undefined {
  const month = months.indexOf(tokens[at]?.text ?? '');
  if (month < 0) return undefined;
  const isBehind = BEFORE_MONTHS.has(tokens[at - 1]?.text ?? '');
  // "it's july now", "june to september"
  if (
    month === now ||
    tokens[at + 1]?.text === 'to' ||
    (!isBehind && (!isAsked || DOUBTFUL_MONTHS.has(tokens[at]?.text ?? '')))
  )
    return [];
  return [{ days: daysToMonth(month, now), from: at, to: at + 1, hasNumber: false }];
}

function daysToMonth(month: number, now: number | undefined): number {
  return now === undefined ? ANY_MONTH : ((month - now + MONTHS) % MONTHS) * MONTH;
}

/** "before the season starts" */
function atEvent(tokens: Token[], at: number): Horizon[] {
  const [event] = matchesAt(EVENTS, tokens, at);
  return event ? [{ days: EVENT, from: event.from, to: event.to, hasNumber: false }] : [];
}

/** "by the ninth", "the fifth of next month" */
function onDayOfMonth(tokens: Token[], at: number, day: number): Horizon[] {
  if (!['the', 'by', 'before', 'on', 'until'].includes(tokens[at - 1]?.text ?? '')) return [];
  const next = tokens.slice(at + 1, at + 4).map(({ text }) => text);
  const isNext = next.join(' ') === 'of next month';
  return [{ days: DAY_OF_MONTH + (isNext ? day : 0), from: at - 1, to: at + (isNext ? 4 : 1), hasNumber: false }];
}

function inUnits(tokens: Utterance['tokens'], at: number, amount: number, isAsked: boolean): Horizon[] {
  const unit = tokens[at + 1]?.text ?? '';
  const days = Object.hasOwn(unitDays, unit) ? unitDays[unit] : undefined;
  const before = tokens[at - 1]?.text ?? '';
  const after = tokens[at + 2]?.text ?? '';
  if (
    days === undefined ||
    (before === 'for' && !FROM_NOW.has(after)) ||
    before === 'last' ||
    after === 'ago' ||
    after === 'old' ||
    tokens[at - 2]?.text === 'every'
  )
    return [];
  if (!isAsked && !BEFORE.has(before) && !AWAY.has(after)) return [];
  // "three weeks and a bit"
  const more = after === 'and' && MORE.has(tokens[at + 4]?.text ?? '') ? days / 2 : 0;
  return [{ days: amount * days + more, from: at, to: at + 2, hasNumber: true }];
}

/** The signal's value for a horizon in days. */
export function nameOf(days: number): string {
  if (days <= WEEK) return 'this_week';
  if (days <= LONGEST_MONTH) return 'this_month';
  return days <= QUARTER ? 'this_quarter' : 'evaluating';
}
