import { datesIn } from '../dates.ts';
import { compile, matchAll } from '../match/pattern.ts';
import type { Token, Utterance } from '../normalise/types.ts';
import { clockFrames, months, noDates, saidDates } from '../vocabulary/dates.ts';

/** A day, or a time of day, from token to token. */
type Span = { from: number; to: number; day: boolean };

const frames = compile({ date: saidDates, clock: clockFrames, none: noDates });
/** What may stand between two words of one date: "friday *the* 14th", "tuesday *in the* morning". */
const JOINED_BY = new Set(['on', 'the', 'in', 'of', 'at']);
/** A time of day without a day is one when it is told as such: "at three". */
const CLOCK = new Set(['at', 'by', 'before', 'around']);
const OF_DAY = new Set(['on', 'by', 'after', 'before', 'until', 'till', 'for', 'from']);
/** Ordinals that are other words as well. */
const FIRST_DAYS = new Set(['first', 'second', 'third']);
/** Behind them no noun follows: "on the second at eleven", not "on the second page". */
const BEHIND_DAY = new Set(['at', 'in', 'of', 'by', 'around', 'about', 'and', 'then', 'or', 'when', 'if', 'please']);
const LONGEST_JOINT = 2;
/** Words before a date that are no part of it: "by friday", "on the 14th". */
const BEFORE_DATE = new Set(['by', 'on', 'until', 'till', 'for', 'from']);

const DAY = new RegExp(
  String.raw`day\b|tomorrow|morning|afternoon|evening|tonight|\b(?:${months.join('|')})\b|\d(?:st|nd|rd|th)\b|\b(?:first|second|third|\w+th)\b`,
  'iu',
);
const WITH_ARTICLE = new Set(['end', 'start', 'beginning', 'middle', 'weekend', 'first', 'second', 'third', 'next']);
const MONTHS = new Set(months);
const HOUR = String.raw`(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday|half|quarter)`;
const AT_TIME = new RegExp(
  String.raw`(?<!before )\b(?:(?:at|around|about|by) ${HOUR}|half|quarter|o'clock|am|pm|sharp)\b`,
  'iu',
);

/** Whether a day is told, and not just an hour. */
export function isDay(due: string): boolean {
  return DAY.test(due);
}

/** A time of day beside a day: an appointment, and not just a day by which somebody calls. */
export function isAppointment(due: string | null): boolean {
  return due !== null && DAY.test(due) && AT_TIME.test(due);
}

/** "By friday", "in may", "at the weekend"; but "in two days", "at noon". */
function isOutside(tokens: Token[], at: number): boolean {
  const text = tokens[at]?.text ?? '';
  const next = tokens[at + 1]?.text ?? '';
  if (text === 'at')
    return next === 'half' || next === 'quarter' || (next === 'the' && tokens[at + 2]?.text === 'weekend');
  return (
    BEFORE_DATE.has(text) || (text === 'in' && MONTHS.has(next)) || (text === 'the' && !isWithArticle(tokens, at + 1))
  );
}

/** "The ninth", "the end of the week", "the weekend"; but "second week of may", "same day", "monday". */
function isWithArticle(tokens: Token[], at: number): boolean {
  const [first, next] = tokens.slice(at, at + 2);
  return (
    first !== undefined && next?.text !== 'week' && (first.number?.form === 'ordinal' || WITH_ARTICLE.has(first.text))
  );
}

/** The shortest words among tokens `from` up to `to` that say by when, as they were said; null where no date is said. */
export function dueIn(utterance: Utterance, from: number, to: number): string | null {
  const spans = joined(utterance, [
    ...framed(utterance, from, to),
    ...timesOfDay(utterance, from, to),
    ...ordinalDays(utterance, from, to),
    ...monthDays(utterance, from, to),
  ]);
  const first = spans.find(({ day }) => day) ?? spans[0];
  if (!first) return null;
  const { tokens, text } = utterance;
  let start = first.from;
  while (start < first.to - 1 && isOutside(tokens, start)) start += 1;
  if (tokens[start - 1]?.text === 'the' && isWithArticle(tokens, start)) start -= 1;
  return text.slice(tokens[start]?.start, tokens[first.to - 1]?.end);
}

function framed(utterance: Utterance, from: number, to: number): Span[] {
  const found = matchAll(frames, utterance.tokens, from, to);
  const none = found.filter(({ label }) => label === 'none');
  return found
    .filter(({ label, from: at }) => label !== 'none' && !none.some((span) => span.from <= at && at < span.to))
    .map(({ label, from: start, to: end }) => ({ from: start, to: end, day: label === 'date' }));
}

/** "Tomorrow at eight thirty". */
function timesOfDay({ tokens }: Utterance, from: number, to: number): Span[] {
  return tokens.slice(from, to).flatMap(({ number }, index): Span[] => {
    const at = from + index;
    return number?.form === 'time' && CLOCK.has(tokens[at - 1]?.text ?? '')
      ? [{ from: at - 1, to: at + 1, day: false }]
      : [];
  });
}

/** "After the twentieth": a day of this month. */
function ordinalDays({ tokens }: Utterance, from: number, to: number): Span[] {
  return tokens.slice(from, to).flatMap(({ number, text, stop }, index): Span[] => {
    const at = from + index;
    const isFirst = FIRST_DAYS.has(text) && (stop !== undefined || BEHIND_DAY.has(tokens[at + 1]?.text ?? 'at'));
    const isDay =
      (number?.form === 'ordinal' || isFirst) &&
      tokens[at - 1]?.text === 'the' &&
      OF_DAY.has(tokens[at - 2]?.text ?? '');
    return isDay ? [{ from: at - 2, to: at + 1, day: true }] : [];
  });
}

function monthDays({ text, tokens }: Utterance, from: number, to: number): Span[] {
  const start = tokens[from]?.start ?? 0;
  const said = text.slice(start, tokens[to - 1]?.end);
  return datesIn(said).flatMap((date) => {
    const place = start + date.from;
    const first = tokens.findIndex(({ end }) => end > place);
    const last = tokens.findLastIndex((token) => token.start < start + date.to);
    return first < 0 || last < first ? [] : [{ from: first, to: last + 1, day: true }];
  });
}

function joined({ tokens }: Utterance, spans: Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = out.at(-1);
    const between = last ? tokens.slice(last.to, span.from) : [];
    const follows =
      last && between.length <= LONGEST_JOINT && between.every(({ text }) => JOINED_BY.has(text)) && !ends(last);
    if (last && (span.from < last.to || follows)) {
      last.to = Math.max(last.to, span.to);
      last.day ||= span.day;
    } else out.push({ ...span });
  }
  return out.filter(({ from, day }) => day || CLOCK.has(tokens[from]?.text ?? ''));

  function ends({ to }: Span): boolean {
    const stop = tokens[to - 1]?.stop;
    return stop !== undefined;
  }
}
