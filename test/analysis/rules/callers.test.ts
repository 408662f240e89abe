import { describe, expect, it } from 'vitest';
import { analyzeByRules } from '../../../analytics-worker/analysis/rules/engine.ts';
import { items, valueOf } from './say.ts';

const found = (line: string) => analyzeByRules(items(line));

describe('who is no customer tells no signals', () => {
  it.each([
    ['sent to sign', 'a: Hello. | u: hi i got an email from you guys my bank wants me to sign a loan agreement'],
    ['writes about it', "a: Hello. | u: i'm writing my thesis on contracts they say a firm of forty lawyers uses it"],
    ['a prank', 'a: Hello. | u: (laughing) we are ninety wizards and sign contracts | a: I see. | u: (giggling) bye'],
  ])('%s', async (_, line) => {
    const { signals } = await found(`${line} | a: I see. | u: okay bye`);
    expect(signals).toEqual({});
  });

  it('a seller tells who he is, and no haste', async () => {
    const { signals, outcome } = await found(
      "a: Hello. | u: hi i'd love to grab ten minutes with whoever runs marketing today | a: No, thank you. | u: we are fourteen people and it's urgent | a: Goodbye. | u: bye",
    );
    expect(outcome.outcome).toBe('disqualified');
    expect(signals['team_size']?.value).toBe(14);
    expect(signals['urgency']).toBeUndefined();
  });

  it('but a buyer who laughs once and has a meeting tells his', async () => {
    const { signals } = await found('a: Hello. | u: (laughs) we are nine people at a law firm');
    expect(signals['team_size']?.value).toBe(9);
  });
});

describe('help', () => {
  const stuck = 'a: Support, hello. | u: hi the link is broken | a: Please try again.';
  it.each([
    ['support_unresolved', `${stuck} | u: oh it works now | a: An engineer will call you within the hour. | u: fine`],
    ['support_resolved', `${stuck} | u: oh it works now | a: Glad to help. | u: thanks bye`],
  ])('%s', async (expected, line) => {
    const { outcome } = await found(line);
    expect(outcome.outcome).toBe(expected);
  });
});

describe('grammar of single signals', () => {
  it.each([
    ['integration_needs', 'does it connect to our booking system it is called skedda', ['skedda']],
    ['integration_needs', "a: Do you need it to work with another system? | u: sweet that's a must for us", undefined],
    [
      'integration_needs',
      'a: Which systems? | u: hubspot we used to have but we dropped it so just salesforce',
      ['salesforce'],
    ],
    [
      'integration_needs',
      'a: Which other tools are you comparing? | u: a colleague said something from veeva',
      undefined,
    ],
    ['team_size', "a: How many are you? | u: we lost two teachers so it's me and three others now", 4],
    ['team_size', "a: And how many are you? | u: we are four in the office the captains i don't count them", 4],
    ['monthly_volume', "per week it's about sixty guests signing one form each", 260],
    ['monthly_volume', 'a: What do they sign? | u: so about twenty offers and five contracts a month', 25],
    ['urgency', "i'd like it live by thursday not that the world ends if it's friday", 'medium'],
    ['decision_timeline', 'we have eighty six plots and they renew so eighty six in a year', undefined],
  ])('%s: %s', (name, line, value) => expect(valueOf(name, line)).toEqual(value));
});

it('who holds back after he agreed to meet has dropped nothing', async () => {
  const call = "a: We keep it safe. | u: i wouldn't trust the cloud with that | a: Walt will call you tomorrow at six.";
  const resolved = async (last: string) => (await found(`${call} | u: ${last}`)).objections.map((one) => one.resolved);
  expect(await resolved("we'll see")).toEqual([false]);
  expect(await resolved('okay thanks')).toEqual([true]);
});
