import { readFileSync, statSync, writeFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { openIcsCalendar } from '../../agent/calendar/ics/open.ts';
import { calendarFile, event, OUTLOOK_ZONE } from './ics-files.ts';

const BERLIN = 'Europe/Berlin';
const CHILD = path.join(import.meta.dirname, 'booking-child.ts');
const run = promisify(execFile);
const HOUR = 3_600_000;
/** Monday 19 October 2026, 08:00 in Berlin; the clock goes back in the night to Sunday 25 October. */
const NOW = Date.parse('2026-10-19T08:00:00+02:00');

const open = (file: string, more: object = {}) =>
  openIcsCalendar({ file, timeZone: BERLIN, noticeMinutes: 0, everyMinutes: 60, ...more }, { now: () => NOW });

/** Hours of the company's day at which a meeting of an hour could begin. */
async function freeOn(file: string, day: string, more: object = {}): Promise<string[]> {
  const calendar = await open(file, more);
  const fromAt = Date.parse(`${day}T00:00:00Z`) - 2 * HOUR;
  const free = await calendar.freeSlots({ fromAt, toAt: fromAt + 24 * HOUR }, { durationMinutes: 60, limit: 50 });
  return free.map(({ startAt }) =>
    new Date(startAt).toLocaleTimeString('en-GB', { timeZone: BERLIN, timeStyle: 'short' }),
  );
}

const ALL_DAY = ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00'];
const without = (...taken: string[]) => ALL_DAY.filter((hour) => !taken.includes(hour));

const booking = (startAt: string, more: object = {}) => ({
  customerName: 'Jo Doe',
  customerEmail: 'jo@example.com',
  startAt: Date.parse(startAt),
  durationMinutes: 60,
  title: 'Sales meeting',
  notes: 'Wants to see templates',
  ...more,
});

describe('what is free', () => {
  it('is every hour of an empty calendar, on working days', async () => {
    const file = calendarFile();
    expect(await freeOn(file, '2026-10-20')).toEqual(ALL_DAY);
    expect(await freeOn(file, '2026-10-24')).toEqual([]);
    const hours = [
      { days: ['sat'], from: '10:00', to: '12:00' },
      { days: ['sat'], from: '13:00', to: '14:00' },
    ];
    expect(await freeOn(file, '2026-10-24', { hours })).toEqual(['10:00', '11:00', '13:00']);
  });

  it.each([
    ['UTC', 'DTSTART:20261020T080000Z\nDTEND:20261020T090000Z', without('10:00')],
    [
      'a zone that the file does not define',
      'DTSTART;TZID=America/New_York:20261020T053000\nDURATION:PT1H',
      without('11:00', '12:00'),
    ],
    ['the company, where none is named', 'DTSTART:20261020T140000\nDTEND:20261020T150000', without('14:00')],
    ['a whole day', 'DTSTART;VALUE=DATE:20261020', []],
    ['several days', 'DTSTART;VALUE=DATE:20261019\nDTEND;VALUE=DATE:20261021', []],
    ['nobody, as it is transparent', 'DTSTART;VALUE=DATE:20261020\nTRANSP:TRANSPARENT', ALL_DAY],
    ['nobody, as it is cancelled', 'DTSTART:20261020T080000Z\nDTEND:20261020T090000Z\nSTATUS:CANCELLED', ALL_DAY],
  ])('is not what an event takes: times of %s', async (_zone, lines, free) => {
    expect(await freeOn(calendarFile(event(lines)), '2026-10-20')).toEqual(free);
  });

  it('follows a weekly meeting over the change of the clock', async () => {
    const rule = 'DTSTART;TZID=Europe/Berlin:20260901T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY';
    const utc = 'DTSTART:20260901T080000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY';
    for (const day of ['2026-10-20', '2026-10-27'])
      expect(await freeOn(calendarFile(event(rule)), day)).toEqual(without('10:00'));
    expect(await freeOn(calendarFile(event(utc)), '2026-10-20')).toEqual(without('10:00'));
    expect(await freeOn(calendarFile(event(utc)), '2026-10-27')).toEqual(without('09:00'));
  });

  it('follows the zone that the file defines', async () => {
    const rule = 'DTSTART;TZID="W. Europe Standard Time":20260901T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY';
    const file = calendarFile(OUTLOOK_ZONE, event(rule));
    for (const day of ['2026-10-20', '2026-10-27']) expect(await freeOn(file, day)).toEqual(without('10:00'));
  });

  it('is again what a recurring meeting leaves out, moves or cancels', async () => {
    const file = calendarFile(
      event(`UID:daily@example.com
DTSTART;TZID=Europe/Berlin:20261012T100000
DTEND;TZID=Europe/Berlin:20261012T110000
RRULE:FREQ=DAILY
EXDATE;TZID=Europe/Berlin:20261020T120000,20261021T100000
EXDATE:20261026T090000Z`),
      event(`UID:daily@example.com
RECURRENCE-ID;TZID=Europe/Berlin:20261022T100000
DTSTART;TZID=Europe/Berlin:20261022T150000
DTEND;TZID=Europe/Berlin:20261022T163000`),
      event(`UID:daily@example.com
RECURRENCE-ID;TZID=Europe/Berlin:20261023T100000
STATUS:CANCELLED
DTSTART;TZID=Europe/Berlin:20261023T100000
DTEND;TZID=Europe/Berlin:20261023T110000`),
      event(`UID:daily@example.com
RECURRENCE-ID;TZID=Europe/Berlin:20261130T100000
DTSTART;TZID=Europe/Berlin:20261023T130000
DTEND;TZID=Europe/Berlin:20261023T140000`),
    );
    expect(await freeOn(file, '2026-10-20')).toEqual(without('10:00'));
    expect(await freeOn(file, '2026-10-21')).toEqual(ALL_DAY);
    expect(await freeOn(file, '2026-10-22')).toEqual(without('15:00', '16:00'));
    expect(await freeOn(file, '2026-10-23')).toEqual(without('13:00'));
    expect(await freeOn(file, '2026-10-26')).toEqual(ALL_DAY);
  });

  it('ends with a series that ends', async () => {
    const file = calendarFile(event('DTSTART:20261019T080000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=2'));
    expect(await freeOn(file, '2026-10-20')).toEqual(without('10:00'));
    expect(await freeOn(file, '2026-10-21')).toEqual(ALL_DAY);
  });
});

describe('a booking', () => {
  it('is written into the file, which keeps everything else', async () => {
    const file = calendarFile(event('DTSTART:20261020T080000Z\nDURATION:PT1H\nX-OWN:kept'));
    const before = readFileSync(file, 'utf8');
    const calendar = await open(file, { link: 'https://meet.example/{id}' });
    const answer = await calendar.book(booking('2026-10-20T11:00:00+02:00'));
    if (!('booked' in answer)) throw new Error(JSON.stringify(answer));
    const { id, link, startAt, endAt } = answer.booked;
    expect(link).toBe(`https://meet.example/${id}`);
    expect(endAt - startAt).toBe(HOUR);
    const after = readFileSync(file, 'utf8');
    expect(after.startsWith(before.slice(0, before.lastIndexOf('END:VCALENDAR')))).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(path.dirname(file)).toSorted()).toEqual(['sales.ics', 'sales.ics.lock']);
    const written = new ICAL.Component(ICAL.parse(after)).getAllSubcomponents('vevent').at(-1);
    expect(written?.getFirstPropertyValue('uid')).toBe(id);
    expect(written?.getFirstPropertyValue('summary')).toBe('Sales meeting: Jo Doe');
    expect(written?.getFirstPropertyValue('attendee')).toBe('mailto:jo@example.com');
    expect(written?.getFirstPropertyValue('dtstart')?.toString()).toBe('2026-10-20T09:00:00Z');
    expect(await freeOn(file, '2026-10-20')).toEqual(without('10:00', '11:00'));
  });

  it('of the same customer for the same time is one booking', async () => {
    const file = calendarFile();
    const calendar = await open(file);
    const first = await calendar.book(booking('2026-10-20T11:00:00+02:00'));
    expect(await calendar.book(booking('2026-10-20T11:00:00+02:00', { customerEmail: 'JO@example.com' }))).toEqual(
      first,
    );
    expect(readFileSync(file, 'utf8').match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });

  it.each([
    ['2026-10-19T07:00:00+02:00', 'past'],
    ['2026-10-19T09:00:00+02:00', 'too_soon'],
    ['2027-10-19T10:00:00+02:00', 'too_far'],
    ['2026-10-20T16:30:00+02:00', 'outside_hours'],
    ['2026-10-24T10:00:00+02:00', 'outside_hours'],
    ['2026-10-26T08:30:00+01:00', 'outside_hours'],
    ['2026-10-20T12:30:00+02:00', 'taken'],
  ])('for %s is refused: %s', async (start, refused) => {
    const file = calendarFile(event('DTSTART:20261020T110000Z\nDURATION:PT1H'));
    const before = readFileSync(file, 'utf8');
    const calendar = await open(file, { noticeMinutes: 120 });
    expect(await calendar.book(booking(start))).toEqual({ refused });
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('of the same hour by twenty callers at once is given to one', async () => {
    const file = calendarFile();
    const calendars = await Promise.all(Array.from({ length: 20 }, () => open(file)));
    const answers = await Promise.all(
      calendars.map((calendar, n) =>
        calendar.book(booking('2026-10-20T11:00:00+02:00', { customerEmail: `caller-${n}@example.com` })),
      ),
    );
    expect(answers.filter((answer) => 'booked' in answer)).toHaveLength(1);
    expect(answers.filter((answer) => 'refused' in answer && answer.refused === 'taken')).toHaveLength(19);
    expect(readFileSync(file, 'utf8').match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });

  it('of the same hours by two processes is given to one each time', async () => {
    const file = calendarFile();
    const starts = Array.from({ length: 12 }, (_, n) =>
      String(Date.parse('2026-10-20T09:00:00+02:00') + (n * HOUR) / 2),
    );
    const child = (name: string) =>
      run(process.execPath, ['--import', 'tsx', CHILD, file, name, String(NOW), ...starts]).then(({ stdout }) =>
        Number(stdout),
      );
    const got = await Promise.all(['ann', 'bob'].map(child));
    expect(got.reduce((sum, count) => sum + count, 0)).toBe(starts.length);
    expect(readFileSync(file, 'utf8').match(/BEGIN:VEVENT/g)).toHaveLength(starts.length);
  });

  it('cannot smuggle lines into the file', async () => {
    const file = calendarFile();
    const evil = 'Eve"\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:x';
    await (await open(file)).book(booking('2026-10-20T11:00:00+02:00', { customerName: evil, notes: evil }));
    const events = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8'))).getAllSubcomponents('vevent');
    expect(events).toHaveLength(1);
    expect(events[0]?.getFirstPropertyValue('description')).toContain('SUMMARY:x');
  });
});

describe('a calendar that cannot be used', () => {
  it.each([
    ['is no calendar', 'hello', /invalid/i],
    ['is empty', '', /./],
    [
      'names an unknown zone',
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;TZID=Moon/Base:20261020T100000\r\nEND:VEVENT\r\nEND:VCALENDAR',
      /Moon\/Base/,
    ],
  ])('because it %s is named', async (_why, text, message) => {
    const file = calendarFile();
    writeFileSync(file, text);
    await expect(open(file)).rejects.toMatchObject({
      problem: { code: 'bad_calendar', field: file, message: expect.stringMatching(message) },
    });
  });

  it('because it is not there is named', async () => {
    await expect(open('/nowhere/sales.ics')).rejects.toMatchObject({ problem: { code: 'bad_calendar' } });
  });
});
