import { describe, expect, it } from 'vitest';
import { signalsOf, valueOf } from './say.ts';

describe('what the agent put and the caller confirmed', () => {
  it.each([
    ['industry', "a: You're with a roofing company in Denver, is that right? | u: yup", 'construction'],
    ['location', "a: You're with a roofing company in Denver, is that right? | u: yup", 'denver'],
    ['industry', "a: Sounds like you're in property. | u: spot on", 'real_estate'],
    ['use_case', 'a: So you want estimates signed? | u: correct', 'estimates'],
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

describe('a trade told by what it speaks of', () => {
  it.each([
    ['u: the tenants lose their keys and the landlords ring me every day', 'real_estate'],
    ['u: the tenants lose their keys', undefined],
    ["u: we're a law firm and the tenants and landlords are our clients", 'legal'],
  ])('%s', (line, value) => expect(valueOf('industry', line)).toBe(value));
});

describe('what goes wrong, where that was asked', () => {
  it.each([
    ["a: What's the problem? | u: our letters have been going out since tuesday with a stranger on them", [2]],
    ['a: What is the problem? | u: no problem at all i only want to know what your prices are', []],
    ["u: i've heard that paper gets lost all the time in hospitals", []],
  ])('%s', (line, where) =>
    expect((signalsOf(line)['pain_points']?.evidence ?? []).map(({ item }) => item)).toEqual(where),
  );
});
