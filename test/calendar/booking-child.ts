import { openIcsCalendar } from '../../agent/calendar/ics/open.ts';

/** Books these starts, one after the other, as `name`. Says how many it got. */
const [file = '', name = '', now = '', ...starts] = process.argv.slice(2);
const calendar = await openIcsCalendar({ file, timeZone: 'Europe/Berlin' }, { now: () => Number(now) });
let got = 0;
for (const start of starts) {
  const answer = await calendar.book({
    customerName: name,
    customerEmail: `${name}@example.com`,
    startAt: Number(start),
    durationMinutes: 30,
    title: 'Sales meeting',
    notes: '',
  });
  if ('booked' in answer) got += 1;
}
process.stdout.write(String(got));
