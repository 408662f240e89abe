import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openHttpCalendar } from '../../agent/calendar/http.ts';
import { startService } from '../tools/service.ts';

const START = '2026-11-24T15:00:00+01:00';
const END = '2026-11-24T15:30:00+01:00';
const booking = {
  customerName: 'Jo Doe',
  customerEmail: 'jo@example.com',
  startAt: Date.parse(START),
  durationMinutes: 30,
  title: 'Sales meeting',
  notes: '',
};

let service: Awaited<ReturnType<typeof startService>>;
beforeAll(async () => void (service = await startService(() => ({}))));
beforeEach(() => void (service.asked.length = 0));
afterAll(() => service.stop());

/** Time enough for a busy machine. */
const PATIENT_MS = 10_000;
const open = (timeoutMs = PATIENT_MS) =>
  openHttpCalendar({
    url: `${service.url}/v1/`,
    headers: { 'x-key': 'secret' },
    timeZone: 'America/New_York',
    timeoutMs,
  });

describe("a company's scheduler", () => {
  it('says what is free', async () => {
    service.respond(() => ({ body: { slots: [{ start: START, end: END }] } }));
    const range = { fromAt: Date.parse(START), toAt: Date.parse(END) };
    expect(await open().freeSlots(range, { durationMinutes: 30, limit: 5 })).toEqual([
      { startAt: Date.parse(START), endAt: Date.parse(END) },
    ]);
    expect(service.asked[0]).toMatchObject({ method: 'GET', path: '/v1/slots', headers: { 'x-key': 'secret' } });
    expect(Object.fromEntries(service.asked[0]?.query ?? [])).toEqual({
      from: '2026-11-24T14:00:00.000Z',
      to: '2026-11-24T14:30:00.000Z',
      durationMinutes: '30',
      limit: '5',
    });
  });

  it('books, and can tell that the same wish comes twice', async () => {
    service.respond(() => ({
      status: 201,
      body: { id: 'm-1', link: 'https://meet.example/1', start: START, end: END },
    }));
    const booked = { id: 'm-1', link: 'https://meet.example/1', startAt: Date.parse(START), endAt: Date.parse(END) };
    expect(await open().book(booking)).toEqual({ booked });
    await open().book(booking);
    await open().book({ ...booking, customerEmail: 'other@example.com' });
    const { startAt: _, ...rest } = booking;
    expect(service.asked[0]).toMatchObject({
      path: '/v1/bookings',
      body: { ...rest, start: '2026-11-24T14:00:00.000Z' },
    });
    const keys = service.asked.map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).toBe(2);
    expect(keys[0]).toBe(keys[1]);
  });

  it('may refuse', async () => {
    service.respond(() => ({ status: 409, body: { refused: 'taken' } }));
    expect(await open().book(booking)).toEqual({ refused: 'taken' });
  });

  it.each([
    ['is slow', 'hang' as const, 'service_slow'],
    ['fails', { status: 503, body: {} }, 'service_failed'],
    ['confirms in another form', { status: 201, body: { id: 'm-1', start: 'Tuesday', end: END } }, 'service_answer'],
    ['gives a link that is none', { body: { id: 'm', link: 'soon', start: START, end: END } }, 'service_answer'],
  ])('that %s has booked nothing that is known', async (_how, answer, code) => {
    service.respond(() => answer);
    await expect(open(answer === 'hang' ? 150 : PATIENT_MS).book(booking)).rejects.toMatchObject({
      problem: { code, field: service.url },
    });
  });
});
