import { describe, expect, it } from 'vitest';
import { dotsOf } from '../../dashboard/src/pages/latency/dots.ts';
import { flagsOf } from '../../dashboard/src/pages/latency/flags-of.ts';
import { nearest, pathOf, scalesOf } from '../../dashboard/src/parts/chart/scales.ts';
import type { LatencySeries } from '../../api/types.ts';

const scales = scalesOf({ from: 1_000, to: 3_000, most: 900, height: 200, steps: 5 });

describe('where values stand', () => {
  it('is a percentage across, px from the top, under a round end of the axis', () => {
    expect([1_000, 1_500, 3_000].map((at) => scales.x(at))).toEqual([0, 25, 100]);
    expect(scales.yTicks).toEqual([0, 200, 400, 600, 800, 1_000]);
    expect([0, 500, 1_000].map((value) => scales.y(value))).toEqual([200, 100, 0]);
  });

  it('is joined to a line, which breaks where nothing is known', () => {
    const at = [1_000, 2_000, 2_500, 3_000];
    expect(pathOf(scales, at, [0, 1_000, 500, 0])).toBe('M0,200L50,0L75,100L100,200');
    expect(pathOf(scales, at, [0, 1_000, null, 500])).toBe('M0,200L50,0M100,100Z');
    expect(pathOf(scales, at, [null, null, null, null])).toBe('');
  });

  it('is found again from a place, also from beyond the ends', () => {
    expect([-20, 0, 24, 26, 80, 130].map((place) => nearest([0, 50, 100], place))).toEqual([0, 0, 0, 1, 2, 2]);
    expect(nearest([0, 50, 100], 25), 'the first of two').toBe(0);
    expect(nearest([], 50)).toBe(0);
  });
});

const point = (n: number, p95Ms: number | null, p50Ms = p95Ms): LatencySeries['points'][number] => ({
  at: '2026-03-02T09:15:00.000Z',
  n,
  p50Ms,
  p95Ms,
  p99Ms: p95Ms,
});

describe('dots', () => {
  it('are hollow on p95 where few turns were, full where a point stands alone, and nowhere else', () => {
    const points = [point(40, 800), point(5, 900), point(40, 700), point(0, null), point(40, 650), point(0, null)];
    expect(dotsOf(points, 'p95Ms')).toEqual([
      { index: 1, value: 900, hollow: true },
      { index: 4, value: 650, hollow: false },
    ]);
    expect(dotsOf(points, 'p50Ms')).toEqual([{ index: 4, value: 650, hollow: false }]);
    expect(dotsOf([point(40, 0), point(40, 0)], 'p50Ms'), '0 is known').toEqual([]);
  });
});

describe('flags', () => {
  const marker = (kind: 'version' | 'model' | 'alert', second: number, label: string) => ({
    kind,
    label,
    at: new Date(second * 1_000).toISOString(),
  });

  it('share the line of their bucket, one of a kind', () => {
    const markers = [
      marker('model', 61, 'ava gpt-5'),
      marker('version', 61, 'ava 1.1'),
      marker('alert', 70, 'slow'),
      marker('alert', 80, 'errors'),
      marker('alert', 130, 'slow'),
    ];
    expect(flagsOf(markers, 60_000)).toEqual([
      { kind: 'model', labels: ['ava gpt-5'], at: 61_000, place: 0 },
      { kind: 'version', labels: ['ava 1.1'], at: 61_000, place: 1 },
      { kind: 'alert', labels: ['slow', 'errors'], at: 61_000, place: 2 },
      { kind: 'alert', labels: ['slow'], at: 130_000, place: 0 },
    ]);
  });
});
