import { describe, expect, it } from 'vitest';
import { signalsOf, valueOf } from './say.ts';

describe('what the agent put and the caller confirmed', () => {
  it.each([
    ['industry', "a: You're with a roofing company in Denver, is that right? | u: yup", 'construction'],
    ['location', "a: You're with a roofing company in Denver, is that right? | u: yup", 'denver'],
    ['industry', "a: Sounds like you're in property. | u: spot on", 'real_estate'],
    ['use_case', 'a: So you want estimates signed? | u: correct', 'estimates'],
    ['current_tool', 'a: Hi, are you on DocuSign today? | u: yes we use docusign for everything', 'docusign'],
    ['team_size', 'a: It also says fifteen users. | u: no that is old nine now', 9],
  ])('%s: %s', (name, line, value) => expect(valueOf(name, line)).toBe(value));

  it('is not what the agent offers to do', () =>
    expect(valueOf('use_case', 'a: Shall I send you a quote? | u: yes please')).toBeUndefined());

  it('cites the words of both', () =>
    expect(signalsOf('a: Are you based in Leeds? | u: yes')['location']?.evidence.map(({ item }) => item)).toEqual([
      1, 2,
    ]));
});

describe('what the agent read back and the caller let stand', () => {
  const asked = 'a: How many forms do you send in a month? | u: in a good month forty in a bad one maybe twenty';
  it.each([
    ['monthly_volume', `${asked} | a: So say thirty. | u: sounds about right`, 30],
    ['monthly_volume', `${asked} | a: So say thirty. | u: no forty`, 40],
    [
      'team_size',
      'a: How many of you? | u: the carers are seventy but they only sign the office is six | a: So six users. | u: mhm',
      6,
    ],
    ['monthly_volume', 'a: How many a week? | u: twenty five | a: About a hundred a month, then. | u: okay', 108],
  ])('%s: %s', (name, line, value) => expect(valueOf(name, line)).toBe(value));
});
