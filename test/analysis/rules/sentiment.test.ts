import { describe, expect, test } from 'vitest';
import { findSentiment } from '../../../analytics-worker/analysis/rules/sentiment/sentiment.ts';
import { talk } from './calls.ts';

const felt = (...lines: string[]) => findSentiment(talk(...lines), 'follow_up', []);

test.each([
  ['positive', "oh wow that's exactly what we need i love it"],
  ['positive', 'brilliant you have been so helpful thank you so much'],
  ['positive', "that sounds great i can't wait to try it"],
  ['negative', "this is ridiculous it's the third time i'm calling about this"],
  ['negative', 'i hate these robots stop calling me'],
  ['negative', 'what a waste of time nothing ever works with you people'],
  ['neutral', 'we are about ten people and send forty contracts a month'],
  ['neutral', 'okay thanks bye'],
  ['neutral', 'yes please thank you'],
  ['neutral', 'our problem is that contracts get lost'],
  ['neutral', "it's not great and not terrible"],
])('%s: %s', (mood, said) => expect(felt(said).overall).toBe(mood));

test('the end weighs more than the beginning', () => {
  const praise = 'this is wonderful i love it';
  const scorn = 'this is ridiculous and useless';
  expect(felt(praise, 'a: Well.', scorn).score).toBeLessThan(50);
  expect(felt(scorn, 'a: Well.', praise).score).toBeGreaterThan(felt(praise, 'a: Well.', scorn).score);
});

test("what the agent says is not the caller's mood", () => {
  expect(felt('hello', 'a: Wonderful, I love it, amazing!', 'okay').score).toBe(50);
});

describe('segments', () => {
  test('are up to three and hold every item of the caller', () => {
    const call = ['one', 'a: Yes.', 'two', 'a: Yes.', 'three', 'a: Yes.', 'four', 'a: Yes.', 'five'];
    expect(felt(...call).segments.map(({ from, to }) => [from, to])).toEqual([
      [1, 1],
      [3, 5],
      [7, 9],
    ]);
  });
  test('one item is one segment, none is none', () => {
    expect(felt('hello').segments).toHaveLength(1);
    expect(felt('a: Hello?').segments).toEqual([]);
  });
});

test.each([
  ['frustration', "i've been waiting for a week this is ridiculous"],
  ['anger', 'this is absolutely disgusting'],
  ['enthusiasm', 'amazing that is exactly what i need'],
  ['relief', 'phew what a relief'],
  ['confusion', "sorry i don't understand what do you mean"],
  ['hesitation', 'hmm i need to think about it'],
] as const)('%s shows in: %s', (emotion, said) => {
  const shown = felt(said).emotions.find((one) => one.emotion === emotion);
  expect(said).toContain(shown?.quote);
  expect(shown?.intensity).toBeGreaterThan(0);
});

test('a word that amplifies makes an emotion stronger', () => {
  const [mild] = felt('it is ridiculous').emotions;
  const [strong] = felt('it is absolutely ridiculous').emotions;
  expect(strong?.intensity).toBeGreaterThan(mild?.intensity ?? 1);
});

test('confidence follows from how much the caller said', () => {
  expect(felt('hello').confidence).toBe('low');
  expect(felt('we do many things here and '.repeat(8)).confidence).toBe('medium');
});
