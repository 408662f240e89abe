import { describe, expect, test } from 'vitest';
import { distributionOf, medianOf } from '../../../analytics-worker/analysis/performance/distribution.ts';
import { latencyOf } from '../../../analytics-worker/analysis/performance/latency.ts';
import { callOf, turn, waited } from './made.ts';

describe('a distribution', () => {
  test.each<[(number | null)[], Partial<ReturnType<typeof distributionOf>>]>([
    [[], { n: 0, average: null, p50: null, p95: null, p99: null, max: null }],
    [[null, null], { n: 0, missing: 2, p50: null }],
    [[7], { n: 1, average: 7, p50: 7, p95: 7, p99: 7, max: 7 }],
    [[0], { n: 1, average: 0, p50: 0, max: 0 }],
    [[4, 1, 3, 2], { average: 2.5, p50: 2.5, p95: 3.85, p99: 3.97, max: 4 }],
    [[300, 100, 200], { p50: 200, p95: 290, p99: 298 }],
    [[5, null, 15], { n: 2, missing: 1, average: 10, p50: 10 }],
    [Array.from({ length: 101 }, (_, value) => value), { p50: 50, p95: 95, p99: 99, max: 100 }],
    [[100, 9], { p50: 54.5, max: 100 }],
    [[2, 2, 2, 900], { average: 226.5, p50: 2, max: 900 }],
  ])('of %j', (values, expected) => {
    const got = distributionOf(values);
    for (const [name, value] of Object.entries(expected)) {
      const given = got[name as keyof typeof got];
      if (value === null) expect(given).toBeNull();
      else expect(given).toBeCloseTo(value);
    }
  });

  test('leaves its values as they were', () => {
    const values = [3, 1, 2];
    expect([medianOf(values), values]).toEqual([2, [3, 1, 2]]);
  });
});

describe('the latency of a call', () => {
  const call = callOf(
    [
      waited(
        1,
        [
          ['end_of_turn', 500],
          ['model', 300],
          ['synthesis', 100],
        ],
        { totalLatencyMs: 900 },
      ),
      waited(2, [
        ['end_of_turn', 500],
        ['model', 200],
        ['tool', 900, 'search'],
        ['model', 300],
        ['synthesis', 100],
      ]),
      waited(
        3,
        [
          ['end_of_turn', 700],
          ['model', 100],
          ['synthesis', 100],
        ],
        { totalLatencyMs: 1_100 },
      ),
      waited(4, [['end_of_turn', 9_000]], { excluded: 'quarantined' }),
    ],
    turn(0, { excluded: 'greeting' }),
  );
  const latency = latencyOf(call);

  test('is of all turns, of those with a tool and of plain ones', () => {
    expect(
      [latency.all, latency.withTool, latency.plain].map(({ heard }) => [heard.n, heard.excluded, heard.p50]),
    ).toEqual([
      [3, 2, 900],
      [1, 0, 2_000],
      [2, 2, 900],
    ]);
    expect(latency.basis).toBe('agent_playout');
  });

  test('counts what is left out, by its reason, and what is not known', () => {
    expect(latency.excludedBy).toEqual([
      { reason: 'greeting', turns: 1 },
      { reason: 'quarantined', turns: 1 },
    ]);
    expect(latency.all.total).toMatchObject({ n: 2, excluded: 2, missing: 1, average: 1_000, max: 1_100 });
  });

  test('adds up the parts of the same name in one turn', () => {
    expect(latency.all.parts.model).toMatchObject({ n: 3, p50: 300, max: 500 });
    expect(latency.all.parts.tool).toMatchObject({ n: 1, missing: 2, max: 900 });
    expect(latency.all.parts.transcription).toMatchObject({ n: 0, p50: null });
  });

  test('of a call without turns is null throughout', () => {
    expect(latencyOf({ turns: [], parts: [] })).toMatchObject({ basis: '', all: { heard: { n: 0, max: null } } });
  });
});
