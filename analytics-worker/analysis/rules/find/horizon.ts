import { wordsIn } from '../vocabulary/lines.ts';
import { hitAt, lexicon } from '../match/lexicon.ts';
import { compile, matchesAt } from '../match/pattern.ts';
import type { Token, Utterance } from '../normalise/types.ts';
import { months, namedDays } from '../vocabulary/dates.ts';
import { beforeMonths, daysOfYear, events, horizons, unitDays } from '../vocabulary/horizons.ts';
import { daysTo, type Today } from './today.ts';

/** A date that was said, in days from the call on; reckoned where that follows from the day of the call. */
export type Horizon = { days: number; from: number; to: number; hasNumber: boolean; isReckoned?: boolean };

const NAMED = lexicon(horizons);
const EVENTS = compile({ events });
const YEARLY = lexicon(daysOfYear);
const BEFORE_MONTHS = new Set(beforeMonths);
const DOUBTFUL_MONTHS = new Set(['march', 'may']);
const WEEK = 7;
const LONGEST_MONTH = 31;
const QUARTER = 93;
/** What is to be done by a month is due on its first day, in a month in the middle of it. */
const BY = new Set(['by', 'before', 'until', 'till']);
const MIDDLE = 15;
const LAST = 30;
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
 */
export function horizonsIn({ tokens }: Utterance, isAsked: boolean, today?: Today): Horizon[] {
  const all = tokens.flatMap((token, at): Horizon[] => {
    const { number } = token;
    if (number?.form === 'ordinal' && tokens[at - 1]?.text !== 'every') return onDayOfMonth(tokens, at, number.value);
    if (number?.form === 'count') return inUnits(tokens, at, number.value, isAsked);
    return byName(tokens, at, isAsked, today) ?? inMonth(tokens, at, isAsked, today) ?? atEvent(tokens, at);
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

/** "by friday", "end of next month"; undefined where nothing of the kind stands here. */
function byName(tokens: Token[], at: number, isAsked: boolean, today?: Today): Horizon[] | undefined {
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
  const yearly = today?.day === undefined ? undefined : hitAt(YEARLY, tokens, at, hit.to)?.value;
  const days = today && yearly ? daysToDay(yearly, today) : Number(hit.value);
  return [{ days, from: at, to: hit.to, hasNumber: text === 'a', isReckoned: yearly !== undefined }];
}

/** "sixty a month", "eighty six in a year": no dates. */
function isRate(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]?.text === 'in' ? tokens[at - 2] : tokens[at - 1];
  return before?.number?.form === 'count';
}

/** "in september", where one was asked for "september" alone. */
function inMonth(tokens: Token[], at: number, isAsked: boolean, today?: Today): Horizon[] | undefined {
  const month = months.indexOf(tokens[at]?.text ?? '');
  if (month < 0) return undefined;
  const isBehind = BEFORE_MONTHS.has(tokens[at - 1]?.text ?? '');
  const isEnd = tokens[at - 1]?.text === 'of' && tokens[at - 2]?.text === 'end';
  // "it's july now", "june to september"
  if (
    (month === today?.month && !(isEnd && today.day !== undefined)) ||
    tokens[at + 1]?.text === 'to' ||
    (!isBehind && (!isAsked || DOUBTFUL_MONTHS.has(tokens[at]?.text ?? '')))
  )
    return [];
  const day = BY.has(tokens[at - 1]?.text ?? '') ? 1 : isEnd ? LAST : MIDDLE;
  const days = today ? daysTo(month, day, today) : ANY_MONTH;
  return [{ days, from: at, to: at + 1, hasNumber: false, isReckoned: today?.day !== undefined }];
}

/** "12-25" */
function daysToDay(monthAndDay: string, today: Today): number {
  const [month = 0, day = 0] = monthAndDay.split('-').map(Number);
  return daysTo(month - 1, day, today);
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
