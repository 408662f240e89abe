import { describe, expect, it } from 'vitest';
import { signalsOf, valueOf } from './say.ts';

const WHEN = 'a: When would you like to have it running? |';

/** Each line with the horizon that it tells and how pressing it is; undefined where it tells nothing of it. */
function tells(rows: [string, string | undefined, string | undefined][]): void {
  it.each(rows)('%s', (line, timeline, urgency) => {
    expect([valueOf('decision_timeline', line), valueOf('urgency', line)]).toEqual([timeline, urgency]);
  });
}

describe('a date that is wanted', () => {
  tells([
    ['we need it by saturday', 'this_week', 'high'],
    ["i'd want it going for the show a week on saturday", 'this_month', 'high'],
    [`${WHEN} u: the first, that's thursday week`, 'this_month', 'high'],
    [`${WHEN} u: from the first, it's three weeks and a bit`, 'this_month', 'medium'],
    [`${WHEN} u: by the twentieth of next month`, 'this_quarter', 'medium'],
    ["i'd like to have it settled in the next two months, before harvest", 'this_quarter', 'medium'],
    ["i'd want it going by the end of november that's a month", 'this_month', 'medium'],
    ['our trial ends in nine days and i have to choose by then', 'this_month', 'high'],
    ['can we start tomorrow', 'this_week', 'high'],
    ["it's pencilled in for three months from now", 'this_quarter', 'medium'],
    ['the board meets in six weeks and decides then', 'this_quarter', 'medium'],
  ]);
});

describe('seasons and months', () => {
  tells([
    ['we want to have it up before the season starts', 'this_quarter', 'medium'],
    ['i need this in place before the new school year', 'this_quarter', 'medium'],
    [`${WHEN} u: after the holidays`, 'this_quarter', 'medium'],
    [`${WHEN} u: by the start of the new term`, 'this_quarter', 'medium'],
    [`${WHEN} u: september i think`, 'evaluating', 'medium'],
    [`${WHEN} u: september i think and it's july now`, 'this_quarter', 'medium'],
    [`${WHEN} u: in may it's now february so no panic`, 'this_quarter', 'low'],
    ['our season starts in april', undefined, undefined],
    ['we send about sixty a month until december', undefined, undefined],
    ["we've been here since september", undefined, undefined],
  ]);
});

describe('on a day that is known', () => {
  const day = '2026-11-23';
  it.each([
    [`${WHEN} u: before christmas ideally`, 'this_quarter', 'medium'],
    [`${WHEN} u: by december`, 'this_month', 'high'],
    [`${WHEN} u: in december`, 'this_month', 'medium'],
    [`${WHEN} u: by the end of november`, 'this_week', 'high'],
    [`${WHEN} u: by the end of the year`, 'this_quarter', 'medium'],
    [`${WHEN} u: january i think`, 'this_quarter', 'medium'],
    [`${WHEN} u: in march`, 'evaluating', 'medium'],
    [`${WHEN} u: september i think and it's july now`, 'evaluating', 'medium'],
  ])('%s', (line, timeline, urgency) => {
    const found = signalsOf(line, day);
    expect([found['decision_timeline']?.value, found['urgency']?.value]).toEqual([timeline, urgency]);
  });
});

describe('what is put off', () => {
  tells([
    ["there's no way i'm taking on anything new before january", 'evaluating', undefined],
    ['nobody here will look at it till after the holidays', 'this_quarter', undefined],
    ["we're tied in with them for another eight months", 'evaluating', undefined],
    ["he won't sign anything before the end of next month", 'this_quarter', undefined],
    ["everything's nuts till november try me again then", 'evaluating', undefined],
    ['ask me again in the autumn', 'evaluating', undefined],
    ["let's leave it till the new year", 'evaluating', undefined],
    ["i'll get back to you next week", undefined, undefined],
    ['can you call me back on monday', undefined, undefined],
  ]);
});

describe('a start that the agent puts', () => {
  tells([
    ["a: Are you hoping to start this month? | u: yes that'd be the idea", 'this_month', 'medium'],
    ['a: Would you be able to begin this month? | u: no more like in two months', 'this_quarter', 'medium'],
    ['a: Would you like to start this week? | u: yes please', 'this_week', 'medium'],
    ['a: Are you hoping to decide this month? | u: no', undefined, undefined],
    ["a: Shall we begin next week? | u: i couldn't do that without the board saying yes", undefined, undefined],
  ]);
});

describe('no date, and no hurry', () => {
  tells([
    ["we're only starting to look", 'evaluating', undefined],
    ["i'm just putting out feelers", 'evaluating', undefined],
    ["i'm comparing three of you", 'evaluating', undefined],
    ['i just want to get an idea of what is out there', 'evaluating', undefined],
    [`${WHEN} u: hard to say`, 'evaluating', undefined],
    [`${WHEN} u: that depends on the budget`, 'evaluating', undefined],
    [`${WHEN} u: whenever`, 'evaluating', 'low'],
    ['it breaks whenever we change a comma', undefined, undefined],
    ["they never offered it down the line so we're without", undefined, undefined],
    ['we can wait', undefined, 'low'],
  ]);
});

describe('haste', () => {
  tells([
    ['the sooner the better', undefined, 'high'],
    ["i'm under a lot of pressure here", undefined, 'high'],
    ['we really need it quickly', undefined, 'high'],
    ["time's running out for us", undefined, 'high'],
    ['a: Is it urgent? | u: very much so', undefined, 'high'],
  ]);
});
