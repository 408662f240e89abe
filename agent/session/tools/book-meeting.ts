import { llm } from '@livekit/agents';
import { DateTime } from 'luxon';
import type { FactData } from '../../../events/catalogue.ts';
import type { Calendar, Refusal, Slot } from '../../calendar/calendar.ts';
import { spokenTime } from '../../calendar/spoken.ts';
import type { CallRecord } from '../record.ts';
import { guarded } from './guarded.ts';
import { readWish, wishParameters, type Wish } from './meeting-wish.ts';

const BOOK_MEETING = 'book_sales_meeting';
const LIMIT_MS = 10_000;
const DAY_MS = 24 * 60 * 60 * 1_000;
const LOOK_AHEAD_MS = 10 * DAY_MS;
const LOOKED_AT = 200;
const OFFERED = 3;
const UNKNOWN_OUTCOME =
  'The calendar does not work at the moment and nothing is confirmed; say so, and that a colleague will write to him.';

const WHY: Record<Refusal, string> = {
  past: 'that time is over',
  too_soon: 'that is too soon',
  too_far: 'that is too far ahead',
  outside_hours: 'that is outside of the hours in which meetings are held',
  taken: 'that time is taken',
};

export type BookMeetingOptions = {
  calendar: Calendar;
  record: CallRecord;
  durationMinutes?: number;
  title?: string;
  /** Said when the calendar is slow. */
  filler?: string;
  clock?: { now(): number };
};

/** The tool by which the conversation model books a meeting, or learns which other times are free. */
export function createBookMeeting(options: BookMeetingOptions) {
  const { calendar, record, filler = 'One moment, I am looking at the calendar.', clock = Date } = options;
  return llm.tool({
    name: BOOK_MEETING,
    description: describe(calendar.timeZone, clock.now()),
    parameters: wishParameters,
    execute: async (args, { ctx, toolCallId }) => {
      const wish = readWish(args);
      const about = factOf(wish, calendar.timeZone, toolCallId);
      const work = (signal: AbortSignal) => {
        // What is booked stays booked, so the caller hears of it even when he speaks meanwhile.
        ctx.disallowInterruptions();
        return attempt(wish, about, options, signal);
      };
      return guarded(BOOK_MEETING, record, work, {
        limitMs: LIMIT_MS,
        filler: { ctx, text: filler },
        told: UNKNOWN_OUTCOME,
      });
    },
  });
}

function describe(timeZone: string, now: number): string {
  const today = DateTime.fromMillis(now, { zone: timeZone, locale: 'en' }).toFormat("cccc d LLLL yyyy, HH:mm 'in'");
  return (
    `Books a meeting with sales. It is ${today} ${timeZone}. Ask the caller for name, e-mail address, day, time and ` +
    'where he is before; tell him the result with both clocks.'
  );
}

type About = Pick<
  FactData<'meeting.booked'>,
  'toolCallId' | 'customerName' | 'customerEmail' | 'preferredAt' | 'timeZone' | 'companyTimeZone'
>;

function factOf(wish: Wish, companyTimeZone: string, toolCallId: string): About {
  return {
    toolCallId,
    customerName: wish.customerName.slice(0, 500),
    customerEmail: wish.customerEmail.slice(0, 500),
    preferredAt: `${wish.preferredAt} ${wish.timeZone}`,
    timeZone: wish.timeZone,
    companyTimeZone,
  };
}

/** A booking that comes through after the limit is on record as made, after its failure. */
async function attempt(wish: Wish, about: About, options: BookMeetingOptions, signal: AbortSignal) {
  const { calendar, record, durationMinutes = 30 } = options;
  const said = (at: number) => spokenTime(at, wish.timeZone, calendar.timeZone);
  const answer = await book(wish, options, durationMinutes, signal).catch((error: unknown) => {
    record.publish('meeting.booked', { ...about, success: false, link: null, reason: 'the calendar failed' });
    throw error;
  });
  if ('booked' in answer) {
    const { startAt, link = null } = answer.booked;
    record.publish('meeting.booked', { ...about, success: true, link, startsAt: startAt });
    return { booked: true, when: said(startAt), ...(link === null ? {} : { link }) };
  }
  const { refused } = answer;
  record.publish('meeting.booked', { ...about, success: false, link: null, reason: refused });
  const now = (options.clock ?? Date).now();
  // A time of another year was most often a slip of the tongue.
  const aimAt = refused === 'too_far' ? now : wish.startAt;
  const free = await nearest(aimAt, { calendar, durationMinutes, now, signal });
  return {
    booked: false,
    why: WHY[refused],
    free: free.map(({ startAt }) => ({ when: said(startAt), preferredAt: onHisClock(startAt, wish.timeZone) })),
  };
}

function book(
  wish: Wish,
  { calendar, title = 'Sales meeting' }: BookMeetingOptions,
  durationMinutes: number,
  signal: AbortSignal,
) {
  const { customerName, customerEmail, notes = '', startAt } = wish;
  return calendar.book({ customerName, customerEmail, startAt, durationMinutes, title, notes }, signal);
}

function onHisClock(at: number, zone: string): string {
  return DateTime.fromMillis(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
}

type Search = { calendar: Calendar; durationMinutes: number; now: number; signal: AbortSignal };

async function nearest(aimAt: number, { calendar, durationMinutes, now, signal }: Search): Promise<Slot[]> {
  const fromAt = Math.max(now, aimAt - DAY_MS);
  const range = { fromAt, toAt: fromAt + LOOK_AHEAD_MS };
  const free = await calendar.freeSlots(range, { durationMinutes, limit: LOOKED_AT, signal });
  return free
    .toSorted((a, b) => Math.abs(a.startAt - aimAt) - Math.abs(b.startAt - aimAt))
    .slice(0, OFFERED)
    .toSorted((a, b) => a.startAt - b.startAt);
}
