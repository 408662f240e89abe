import type ICAL from 'ical.js';
import { z } from 'zod';
import { bookingKey, type Booked, type Booking, type Calendar } from '../calendar.ts';
import { hoursSettings, overlaps, refusalOf, slotsIn } from '../hours.ts';
import { busyIn } from './busy.ts';
import { eventOf } from './event.ts';
import { alone, appendEvent, readIcs } from './file.ts';

const MINUTE_MS = 60_000;

/** A calendar file of the company's, and when it takes meetings. */
export const icsCalendarSettings = hoursSettings.extend({
  file: z.string().min(1),
  /** Where people meet; `{id}` is replaced by the meeting's id. */
  link: z.url().optional(),
});

/**
 * An iCalendar file (RFC 5545) as the calendar: what stands in it is taken, and bookings are written into it. It is read
 * anew each time, because others write it too.
 *
 * @throws EarshotError `bad_calendar` when the file cannot be used
 */
export async function openIcsCalendar(
  given: z.input<typeof icsCalendarSettings>,
  clock: { now(): number } = Date,
): Promise<Calendar> {
  const { file, link, ...hours } = icsCalendarSettings.parse(given);
  await readIcs(file);

  async function freeSlots(...[range, { durationMinutes, limit }]: Parameters<Calendar['freeSlots']>) {
    const { calendar } = await readIcs(file);
    const busy = busyIn(calendar, wider(range, durationMinutes), hours.timeZone);
    const free = [];
    for (const slot of slotsIn(range, durationMinutes, hours, clock.now())) {
      if (free.length === limit) break;
      if (!busy.some((taken) => overlaps(taken, slot))) free.push(slot);
    }
    return free;
  }

  async function book(booking: Booking): ReturnType<Calendar['book']> {
    const { startAt, durationMinutes } = booking;
    const slot = { startAt, endAt: startAt + durationMinutes * MINUTE_MS };
    const refused = refusalOf(slot, hours, clock.now());
    if (refused) return { refused };
    const id = bookingKey(booking);
    const booked: Booked = { ...slot, id, ...(link === undefined ? {} : { link: link.replaceAll('{id}', id) }) };
    return alone(file, async () => {
      const { text, calendar } = await readIcs(file);
      if (hasEvent(calendar, id)) return { booked };
      const busy = busyIn(calendar, { fromAt: slot.startAt, toAt: slot.endAt }, hours.timeZone);
      if (busy.length > 0) return { refused: 'taken' };
      await appendEvent(file, text, eventOf(booking, booked));
      return { booked };
    });
  }

  return { timeZone: hours.timeZone, freeSlots, book };
}

/** A meeting that begins before the range's end may run past it. */
function wider({ fromAt, toAt }: { fromAt: number; toAt: number }, minutes: number) {
  return { fromAt, toAt: toAt + minutes * MINUTE_MS };
}

function hasEvent(calendar: ICAL.Component, id: string): boolean {
  return calendar
    .getAllSubcomponents('vevent')
    .some(
      (event) => event.getFirstPropertyValue('uid') === id && event.getFirstPropertyValue('status') !== 'CANCELLED',
    );
}
