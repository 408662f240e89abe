import { expect, test } from 'vitest';
import { anomalyOf } from '../../../analytics-worker/analysis/performance/anomaly.ts';

/** Median 1000, median distance 30: spread 1.4826 × 30 = 44.478 is less than 5 % of the median, which is 50. */
const week = [940, 970, 990, 1_000, 1_020, 1_030, 1_060];
/** Median 1000, median distance 150: spread 222.39. */
const wide = [800, 850, 900, 1_000, 1_100, 1_150, 1_200];

const heard = (value: number) => ({ metric: 'heard', unit: 'ms', value });

test.each<[string, number, number[], number | null, boolean]>([
  ['the median itself', 1_000, week, 0, false],
  ['a little more', 1_100, week, 2, false],
  ['at the limit', 1_175, week, 3.5, false],
  ['beyond it', 1_180, week, 3.6, true],
  ['far less', 800, week, -4, true],
  ['much, where it varies much', 1_400, [...wide], 400 / (1.4826 * 150), false],
  ['too much also there', 1_800, [...wide], 800 / (1.4826 * 150), true],
  ['too little history', 9_000, [1_000, 1_000, 1_000, 1_000], null, false],
  ['enough of it', 9_000, [1_000, 1_000, 1_000, 1_000, 1_000], 160, true],
  ['no history', 9_000, [], null, false],
  ['always 0, and 0 again', 0, [0, 0, 0, 0, 0], 0, false],
  ['always 0, and no longer', 1, [0, 0, 0, 0, 0], null, false],
])('%s: %s', (_, value, history, z, anomalous) => {
  const got = anomalyOf(heard(value), history);
  expect(got).toMatchObject({ metric: 'heard', value, n: history.length, anomalous });
  if (z === null) expect(got.z).toBeNull();
  else expect(got.z).toBeCloseTo(z);
});

test('an anomaly has a direction', () => {
  expect(anomalyOf(heard(2_000), week).direction).toBe('higher');
  expect(anomalyOf(heard(10), week).direction).toBe('lower');
  expect(anomalyOf(heard(1_000), week)).toMatchObject({ direction: null, median: 1_000, mad: 30 });
});
