import { wordsIn } from './lines.ts';

/** How many months' worth a period holds: a value said for it is divided by these. */
export const monthsOf: Record<string, number> = {
  month: 1,
  week: 12 / 52,
  fortnight: 24 / 52,
  quarter: 3,
  year: 12,
  half: 6,
};
/** Working days a month, for what is said "a day": five a week. */
export const WORKING_DAYS = (5 * 52) / 12;
const KINDS = wordsIn('typical, normal, average, regular, usual, ordinary, good, decent, busy, slow, quiet, bad, big');
/** "a typical week", "an average month" */
const ofKinds = (period: string): string[] => KINDS.flatMap((kind) => [`a ${kind} ${period}`, `an ${kind} ${period}`]);
export const periods: Record<string, readonly string[]> = {
  day: [
    ...ofKinds('day'),
    ...wordsIn(`
a day, per day, each day, every day, daily, every single day, in a day, in 1 day, by day
`),
  ],
  week: [
    ...ofKinds('week'),
    ...wordsIn(`
in any week, a working week, of a week, a week, per week, each week, every week, weekly, in 1 week, in the week, in a week, every single week, by week
`),
  ],
  fortnight: ['a fortnight', 'every fortnight', 'per fortnight', 'every two weeks', 'every other week'],
  month: [
    ...ofKinds('month'),
    ...wordsIn(`
a month, per month, each month, every month, monthly, in 1 month, in the month, in a month, every single month,
by month, last month, this month, in any month, in any given month, any given month, of a month, a calendar month, on a monthly basis, the month
`),
  ],
  quarter: [
    'a quarter',
    'per quarter',
    'each quarter',
    'every quarter',
    'quarterly',
    'every three months',
    'in a quarter',
  ],
  half: ['every six months', 'every half year', 'each half'],
  year: [
    ...ofKinds('year'),
    ...wordsIn(`
all the year, the whole year, a year, per year, each year, every year, yearly, annually, in 1 year, in a year, in the year, per annum, last year,
in the last 12 months, over the last 12 months, last 12 months, past 12 months, in the past year, over the last year,
past year, this year, over the year, every single year, across the year, a season, all year, in the whole year,
over a year, annual, in any year, of a year, per season, every season, each season,
in a season, in 12 months, over 12 months, a financial year, a tax year, a school year
`),
  ],
};

/** A month with more, or with less, than usual. */
export const peaks = wordsIn(`
peak, rush, busy|busiest|high season|month|time|period|when, when ..2 busy, at the most, at most, record,
nuts|crazy|insane|mad, christmas|january|december|april|november, tops, is quiet, quiet months,
a? bad|good|great|busy|slow|quiet month|one|week, in|during|over the? season|summer|winter|spring|autumn|holidays|harvest, best month, used to be, at peak|best
`);

export const usualTimes = [
  'normal|normally|usual|usually|typical|typically|average|regular|regularly|mostly|otherwise|the rest',
];
