import { lexicon } from '../match/lexicon.ts';
import { compile, matchAll } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { months } from '../vocabulary/dates.ts';
import { monthsNow } from '../vocabulary/horizons.ts';

/** When they speak: the month, from 0, and the day of it where that is known. */
export type Today = { month: number; day?: number };

const MONTHS_NOW = compile({ now: monthsNow }, { month: lexicon(months) });
const DAYS_OF_MONTH = 30;
const MONTHS = 12;

/** The day of the call, `2026-11-23`; without one the month that somebody says it is: "it's july now". */
export function todayOf(day: string | undefined, utterances: readonly Utterance[]): Today | undefined {
  if (day !== undefined) {
    const date = new Date(day);
    return { month: date.getUTCMonth(), day: date.getUTCDate() };
  }
  const said = utterances.flatMap(({ tokens }) => matchAll(MONTHS_NOW, tokens))[0]?.sets['month'];
  return said && { month: months.indexOf(said.value) };
}

/** How many days off a day of the year is the next time; whole months where the day that they speak on is not known. */
export function daysTo(month: number, day: number, today: Today): number {
  const days =
    ((month - today.month + MONTHS) % MONTHS) * DAYS_OF_MONTH + (today.day === undefined ? 0 : day - today.day);
  return days < 0 ? days + MONTHS * DAYS_OF_MONTH : days;
}
