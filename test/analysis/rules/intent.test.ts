import { describe, expect, it } from 'vitest';
import { signalsFound, valueOf } from './say.ts';

const WHEN = 'a: When would you like to have it running? |';
const WHO = 'a: Who makes the decision on this? |';
const YOU = 'a: Are you the one who decides? |';

describe('decision_timeline', () => {
  it.each<[string, string | undefined]>([
    [`${WHEN} u: tomorrow if possible`, 'this_week'],
    [`${WHEN} u: by friday`, 'this_week'],
    [`${WHEN} u: this week`, 'this_week'],
    [`${WHEN} u: as soon as possible`, 'this_week'],
    [`${WHEN} u: in about three weeks`, 'this_month'],
    [`${WHEN} u: by the end of the month`, 'this_month'],
    [`${WHEN} u: two weeks from now`, 'this_month'],
    [`${WHEN} u: end of next week`, 'this_month'],
    [`${WHEN} u: in six weeks`, 'this_quarter'],
    [`${WHEN} u: in a couple of months`, 'this_quarter'],
    [`${WHEN} u: two or three months`, 'this_quarter'],
    [`${WHEN} u: end of the quarter`, 'this_quarter'],
    [`${WHEN} u: next year sometime`, 'evaluating'],
    [`${WHEN} u: no date yet`, 'evaluating'],
    [`${WHEN} u: we're just looking around`, 'evaluating'],
    [`${WHEN} u: in six months maybe`, 'evaluating'],
    [`${WHEN} u: there's no rush`, 'evaluating'],
    ['our contract with docusign ends in six weeks', 'this_quarter'],
    ['i need this live by friday', 'this_week'],
    ["we're just comparing tools at the moment", 'evaluating'],
    ['we have to be up and running in two weeks', 'this_month'],
    ['a: Would Thursday at three work for a demo? | u: thursday works', undefined],
    ["i'll send it to you tomorrow", undefined],
    ['it takes three weeks to get it back', undefined],
    ['we had it for two months', undefined],
  ])('%s', (line, expected) => {
    expect(valueOf('decision_timeline', line)).toBe(expected);
  });
});

describe('urgency', () => {
  it.each<[string, string | undefined]>([
    [`${WHEN} u: by friday it can't wait`, 'high'],
    [`${WHEN} u: in two weeks`, 'high'],
    [`${WHEN} u: within two months`, 'medium'],
    [`${WHEN} u: no rush at all`, 'low'],
    ["we're in no hurry", 'low'],
    ['the auditors come in ten days we need it by then', 'high'],
    ['a: How urgent is it? | u: very urgent', 'high'],
    ['a: How urgent is it? | u: not urgent at all', 'low'],
    ["i'm in a hurry call me back", undefined],
  ])('%s', (line, expected) => {
    expect(valueOf('urgency', line)).toBe(expected);
  });
});

describe('budget_authority', () => {
  it.each<[string, string | undefined]>([
    [`${WHO} u: i do`, 'decision_maker'],
    [`${WHO} u: that's me`, 'decision_maker'],
    [`${WHO} u: my boss decides`, 'needs_approval'],
    [`${WHO} u: it's my company`, 'decision_maker'],
    [`${WHO} u: the board has to approve it`, 'needs_approval'],
    [`${WHO} u: i'd have to run it by my director`, 'needs_approval'],
    [`${WHO} u: my boss picks i just put together the comparison`, 'influencer'],
    [`${WHO} u: i recommend and the cto chooses`, 'influencer'],
    [`${WHO} u: our cfo signs off on everything`, 'needs_approval'],
    [`${WHO} u: me and my partner we decide together`, 'decision_maker'],
    [`${YOU} u: yes`, 'decision_maker'],
    [`${YOU} u: yeah it's my call`, 'decision_maker'],
    [`${YOU} u: no my boss has to say yes`, 'needs_approval'],
    [`${YOU} u: i am but finance has to approve the spend`, 'needs_approval'],
    ["i'm the owner of a small gym", 'decision_maker'],
    ["i'm the managing partner", 'decision_maker'],
    ["i can't buy anything without the board saying yes", 'needs_approval'],
    ["i've been asked to collect quotes", 'influencer'],
    ['i have to ask my boss first', 'needs_approval'],
    ['the owner of the building called', undefined],
    ["i'm the receptionist", undefined],
  ])('%s', async (line, expected) => {
    const { budget_authority: found } = await signalsFound(line);
    expect(found?.value).toBe(expected);
  });
});

describe('pain_points', () => {
  it.each<[string, number[]]>([
    ['we spend hours chasing people for signatures', [1]],
    ['half of them come back unsigned', [1]],
    ['it takes weeks to get anything signed', [1]],
    ['papers get lost all the time', [1]],
    ['nobody can find the latest version', [1]],
    ['it keeps crashing on my phone', [1]],
    ["a: What's the biggest problem? | u: people forget to sign page two", [2]],
    ['a: What is wrong with it? | u: it is slow and the customers hate it', [2]],
    ['hi we are a law firm | a: what do you use | u: paper and it is a nightmare things go missing', [3]],
    ['we lost a big deal because the contract sat in spam', [1]],
    ['everything is fine', []],
    ['no problems so far', []],
    ["we've never had any trouble", []],
    ['that would be too expensive for us', []],
    ['we are ten people in leeds', []],
    ['no problem at all', []],
    ['if we lost one it would be bad', []],
  ])('%s', async (line, expected) => {
    const { pain_points: found } = await signalsFound(line);
    expect(found?.evidence.map(({ item }) => item) ?? []).toEqual(expected);
  });
});
