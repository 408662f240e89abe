import { expect, test } from 'vitest';
import { component, tenth, weigh } from '../../../analytics-worker/analysis/scores/weigh.ts';

const one = (name: string, weight: number, score: number | null) => component(name, weight, { score, how: '' });

test('is the weighted mean of its components', () => {
  expect(weigh(3, [one('a', 0.25, 10), one('b', 0.75, 4)])).toMatchObject({ version: 3, score: 5.5, leftOut: [] });
});

test('leaves out what is not known, rescales the others and says so', () => {
  const got = weigh(1, [one('a', 0.2, 10), one('b', 0.5, null), one('c', 0.3, 5)]);
  expect(got.score).toBe(7);
  expect(got.leftOut).toEqual(['b']);
  expect(got.components.map(({ counted }) => counted)).toEqual([0.4, 0, 0.6]);
});

test('is null when nothing is known', () => {
  expect(weigh(1, [one('a', 1, null)])).toMatchObject({ score: null, leftOut: ['a'] });
});

test('keeps components within 0 and 10, with one decimal', () => {
  expect([one('a', 1, 14).score, one('a', 1, -2).score, one('a', 1, 3.149).score]).toEqual([10, 0, 3.1]);
  expect([tenth(0.25), tenth(4.35), tenth(1.005)]).toEqual([0.3, 4.4, 1]);
});
