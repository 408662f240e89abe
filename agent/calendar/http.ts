import { z } from 'zod';
import { askJson } from '../../lib/ask-json.ts';
import { httpsUrl } from '../../lib/https-url.ts';
import { bookingKey, refusals, type Calendar } from './calendar.ts';
import { timeZone } from './hours.ts';

const CONFLICT = 409;

/** A company's own scheduler. */
export const httpCalendarSettings = z.strictObject({
  /** `<url>/slots` and `<url>/bookings` are asked. */
  url: httpsUrl,
  headers: z.record(z.string(), z.string()).default({}),
  timeoutMs: z.int().min(100).max(15_000).default(5_000),
  timeZone,
});

const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const slots = z.object({ slots: z.array(z.object({ start: instant, end: instant })) });
const outcome = z.union([
  z.object({ id: z.string().min(1).max(500), link: z.url().max(2_000).optional(), start: instant, end: instant }),
  z.object({ refused: z.enum(refusals) }),
]);

/** A scheduler with an address as the calendar: docs/tools.md has its form. It knows its own hours. */
export function openHttpCalendar(given: z.input<typeof httpCalendarSettings>): Calendar {
  const { url, headers, timeoutMs, timeZone } = httpCalendarSettings.parse(given);
  const place = (name: string) => new URL(`${url.replace(/\/$/, '')}/${name}`);
  return {
    timeZone,
    freeSlots: async ({ fromAt, toAt }, { durationMinutes, limit, signal }) => {
      const address = place('slots');
      const asked = { from: iso(fromAt), to: iso(toAt), durationMinutes, limit };
      for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, `${value}`);
      const found = await askJson({ url: address, method: 'GET', headers, timeoutMs, signal, answer: slots });
      return found.slots.map(({ start, end }) => ({ startAt: start, endAt: end })).slice(0, limit);
    },
    book: async (booking, signal) => {
      const { startAt, durationMinutes, ...rest } = booking;
      const answer = await askJson({
        url: place('bookings'),
        method: 'POST',
        headers: { ...headers, 'idempotency-key': bookingKey(booking) },
        body: { ...rest, start: iso(startAt), durationMinutes },
        ...{ timeoutMs, signal, answer: outcome, alsoAnswers: [CONFLICT] },
      });
      if ('refused' in answer) return answer;
      const { id, link, start, end } = answer;
      return { booked: { id, startAt: start, endAt: end, ...(link === undefined ? {} : { link }) } };
    },
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
