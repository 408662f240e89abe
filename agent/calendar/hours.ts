import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';
import type { Refusal, Slot } from './calendar.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time as 09:00');

export const timeZone = z.string().refine((name) => IANAZone.isValidZone(name), 'must be a zone as Europe/Berlin');

/** When the company takes meetings, in its own time zone. */
export const hoursSettings = z.strictObject({
  timeZone,
  /** A break is made by two entries for the same day. */
  hours: z
    .array(
      z
        .strictObject({ days: z.array(z.enum(days)).min(1), from: clockTime, to: clockTime })
        .refine(({ from, to }) => from < to, 'must begin before it ends'),
    )
    .min(1)
    .default([{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' }]),
  /** Offered times begin every so many minutes after the opening. */
  everyMinutes: z.int().min(5).max(240).default(30),
  /** Nothing is booked sooner than this. */
  noticeMinutes: z.int().min(0).default(60),
  /** Nor later than this. */
  horizonDays: z.int().min(1).max(365).default(60),
});
export type Hours = z.infer<typeof hoursSettings>;

/** Why the time cannot be had, whoever else wants it; undefined when it can. */
export function refusalOf(slot: Slot, hours: Hours, now: number): Refusal | undefined {
  if (slot.startAt <= now) return 'past';
  if (slot.startAt < now + hours.noticeMinutes * MINUTE_MS) return 'too_soon';
  if (slot.startAt > now + hours.horizonDays * DAY_MS) return 'too_far';
  const day = DateTime.fromMillis(slot.startAt, { zone: hours.timeZone });
  return openingsOn(day, hours).some((opening) => holds(opening, slot)) ? undefined : 'outside_hours';
}

/** Every time that the hours allow from `fromAt` on, the earliest first. */
export function* slotsIn(range: { fromAt: number; toAt: number }, durationMinutes: number, hours: Hours, now: number) {
  const fromAt = Math.max(range.fromAt, now + hours.noticeMinutes * MINUTE_MS);
  const toAt = Math.min(range.toAt, now + hours.horizonDays * DAY_MS);
  let day = DateTime.fromMillis(fromAt, { zone: hours.timeZone }).startOf('day');
  for (; day.toMillis() < toAt; day = day.plus({ days: 1 })) {
    for (const opening of openingsOn(day, hours)) {
      for (let startAt = opening.startAt; startAt < opening.endAt; startAt += hours.everyMinutes * MINUTE_MS) {
        const slot = { startAt, endAt: startAt + durationMinutes * MINUTE_MS };
        if (startAt >= fromAt && startAt < toAt && holds(opening, slot)) yield slot;
      }
    }
  }
}

function openingsOn(day: DateTime, { hours }: Hours): Slot[] {
  const name = days[day.weekday - 1];
  return hours
    .filter((one) => name !== undefined && one.days.includes(name))
    .map(({ from, to }) => ({ startAt: onClock(day, from), endAt: onClock(day, to) }))
    .toSorted((a, b) => a.startAt - b.startAt);
}

function onClock(day: DateTime, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return day.set({ hour, minute, second: 0, millisecond: 0 }).toMillis();
}

function holds(opening: Slot, slot: Slot): boolean {
  return opening.startAt <= slot.startAt && slot.endAt <= opening.endAt;
}

export function overlaps(a: Slot, b: Slot): boolean {
  return a.startAt < b.endAt && b.startAt < a.endAt;
}
