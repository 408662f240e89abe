import { expect, it } from 'vitest';
import { spokenTime } from '../../agent/calendar/spoken.ts';

const at = Date.parse('2026-11-24T15:00:00+01:00');

it.each([
  ['Europe/Berlin', 'America/New_York', 'Tuesday 24 November, 3 pm your time (Europe/Berlin), 9 am in New York'],
  ['Europe/Berlin', 'Asia/Kolkata', 'Tuesday 24 November, 3 pm your time (Europe/Berlin), 7:30 pm in Kolkata'],
  [
    'Europe/Berlin',
    'Pacific/Auckland',
    'Tuesday 24 November, 3 pm your time (Europe/Berlin), 3 am on Wednesday in Auckland',
  ],
  ['Europe/Berlin', 'Europe/Berlin', 'Tuesday 24 November, 3 pm (Europe/Berlin)'],
])('a caller in %s and a company in %s hear both clocks', (his, ours, said) => {
  expect(spokenTime(at, his, ours)).toBe(said);
});
