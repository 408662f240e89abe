import { describe, expect, it } from 'vitest';
import { openHttpCalendar } from '../../agent/calendar/http.ts';
import { openIcsCalendar } from '../../agent/calendar/ics/open.ts';
import { createBookMeeting } from '../../agent/session/tools/book-meeting.ts';
import { readWish } from '../../agent/session/tools/meeting-wish.ts';
import { calendarFile, event } from '../calendar/ics-files.ts';
import { startService } from './service.ts';
import { createList, runTool, textCall } from './text-call.ts';

/** Monday 23 November 2026, 9 am in New York. */
const clock = { now: () => Date.parse('2026-11-23T09:00:00-05:00') };
const wish = {
  customerName: 'Jo Doe',
  customerEmail: 'jo@example.com',
  preferredAt: '2026-11-24T15:00',
  timeZone: 'Europe/Berlin',
};
const asked = {
  ...{ customerName: 'Jo Doe', customerEmail: 'jo@example.com', toolCallId: expect.any(String) },
  ...{ preferredAt: '2026-11-24T15:00 Europe/Berlin', timeZone: 'Europe/Berlin', companyTimeZone: 'America/New_York' },
};

async function openTool(...events: string[]) {
  const file = calendarFile(...events);
  const calendar = await openIcsCalendar(
    { file, timeZone: 'America/New_York', link: 'https://meet.example/{id}' },
    clock,
  );
  const list = createList();
  return { list, tool: createBookMeeting({ calendar, record: list.record, clock }) };
}

describe('book_sales_meeting', () => {
  it('books, and names the time on both clocks', async () => {
    const { list, tool } = await openTool();
    expect(tool.description).toContain('It is Monday 23 November 2026, 09:00 in America/New_York');
    const { output } = await runTool(tool, 'book_sales_meeting', wish);
    const link = expect.stringMatching(/^https:\/\/meet\.example\/[0-9a-f]{32}$/);
    expect(output).toEqual({
      booked: true,
      when: 'Tuesday 24 November, 3 pm your time (Europe/Berlin), 9 am in New York',
      link,
    });
    const startsAt = Date.parse('2026-11-24T14:00:00Z');
    expect(list.of('meeting.booked')).toEqual([{ ...asked, success: true, link, startsAt }]);
  });

  it.each([
    ['past', '2026-11-23T14:00', 'that time is over', ['4 pm', '4:30 pm', '5 pm']],
    [
      'outside_hours',
      '2026-11-24T10:00',
      'that is outside of the hours in which meetings are held',
      ['4 pm', '4:30 pm', '5 pm'],
    ],
    ['taken', '2026-11-24T15:00', 'that time is taken', ['4 pm', '4:30 pm', '5 pm']],
    ['too_far', '2036-11-24T15:00', 'that is too far ahead', ['4 pm', '4:30 pm', '5 pm']],
  ])('refuses a time that is %s, and offers the nearest free ones', async (reason, preferredAt, why, times) => {
    const { list, tool } = await openTool(event('DTSTART:20261124T140000Z\nDURATION:PT1H'));
    const { output } = await runTool(tool, 'book_sales_meeting', { ...wish, preferredAt });
    const { free, ...rest } = output as { free: { when: string; preferredAt: string }[] };
    expect(rest).toEqual({ booked: false, why });
    expect(free).toHaveLength(3);
    expect(free.map(({ when }) => /, (.*?) your time/.exec(when)?.[1])).toEqual(times);
    expect(list.of('meeting.booked')).toEqual([
      { ...asked, preferredAt: `${preferredAt} Europe/Berlin`, success: false, link: null, reason },
    ]);
  });

  it('lets the model book what it offered', async () => {
    const { list, tool } = await openTool(event('DTSTART:20261124T140000Z\nDURATION:PT1H'));
    const first = await runTool(tool, 'book_sales_meeting', wish);
    const { free } = first.output as { free: { when: string; preferredAt: string }[] };
    const again = await runTool(tool, 'book_sales_meeting', { ...wish, preferredAt: free[1]?.preferredAt });
    expect(again.output).toMatchObject({ booked: true, when: free[1]?.when });
    expect(list.of('meeting.booked').map(({ success }) => success)).toEqual([false, true]);
  });

  it('gives one hour to one of two calls at once', async () => {
    const file = calendarFile();
    const book = async (customerEmail: string) => {
      const calendar = await openIcsCalendar({ file, timeZone: 'America/New_York' }, clock);
      const tool = createBookMeeting({ calendar, record: createList().record, clock });
      return (await runTool(tool, 'book_sales_meeting', { ...wish, customerEmail })).output as { booked: boolean };
    };
    const outputs = await Promise.all([book('jo@example.com'), book('al@example.com')]);
    const [won, lost] = outputs.toSorted((a, b) => Number(b.booked) - Number(a.booked));
    expect(won).toMatchObject({ booked: true });
    expect(lost).toMatchObject({ booked: false, why: 'that time is taken', free: [{}, {}, {}] });
  });

  it('confirms nothing when the scheduler fails, and the record says why', async () => {
    const service = await startService(() => ({ status: 500, body: {} }));
    const list = createList();
    const calendar = openHttpCalendar({ url: service.url, timeZone: 'America/New_York' });
    const tool = createBookMeeting({ calendar, record: list.record });
    const { output, isError } = await runTool(tool, 'book_sales_meeting', wish);
    await service.stop();
    expect({ output, isError }).toEqual({ output: expect.stringContaining('nothing is confirmed'), isError: true });
    expect(list.of('meeting.booked')).toEqual([
      { ...asked, success: false, link: null, reason: 'the calendar failed' },
    ]);
    expect(list.of('error.raised')).toMatchObject([
      { label: 'book_sales_meeting', message: expect.stringContaining('answered 500') },
    ]);
  });

  it('sends an incomplete wish back to the model, and goes on with the call', async () => {
    const { list, tool } = await openTool();
    const turns = [
      { says: 'book it', tool: 'book_sales_meeting', args: { ...wish, customerEmail: 'jo at example' } },
      { says: 'jo@example.com', tool: 'book_sales_meeting', args: wish },
    ];
    const call = await textCall([tool] as never, turns);
    for (const { says } of turns) await call.say(says);
    expect(call.outputs).toMatchObject([
      { output: expect.stringContaining('ask for it'), isError: true },
      { output: { booked: true }, isError: false },
    ]);
    expect(list.of('meeting.booked')).toHaveLength(1);
  });
});

it.each([
  [{ customerEmail: 'jo at example' }, /no complete e-mail address; ask for it/],
  [{ timeZone: 'Berlin time' }, /IANA name/],
  [{ preferredAt: 'Tuesday at 3' }, /2026-11-24T15:00/],
  [{ preferredAt: '2026-11-24T15:00+01:00' }, /without an offset/],
  [{ preferredAt: '2026-02-30T15:00' }, /no date/],
  [{ preferredAt: '2027-03-28T02:30' }, /clock is put forward/],
])('a wish with %j is sent back, with what to ask', (more, message) => {
  expect(() => readWish({ ...wish, ...more })).toThrow(message);
});
