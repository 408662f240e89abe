import { expect, test } from 'vitest';
import { performanceOf } from '../../../analytics-worker/analysis/performance/performance.ts';
import { tokensOf } from '../../../analytics-worker/analysis/performance/tokens.ts';
import type { UsageConclusion } from '../../../analytics-worker/conclusions/types.ts';
import { usage } from '../cost/made.ts';
import { callOf, turn, waited } from './made.ts';

const llm = (over: Partial<UsageConclusion>) => usage({ kind: 'llm', provider: 'openai', model: 'gpt', ...over });

test('tokens are summed over the models that tell, and unknown ones are counted', () => {
  const rows = [
    llm({
      believedInputTokens: 1_000,
      believedCachedTokens: 400,
      believedOutputTokens: 90,
      requests: 4,
      cancelledRequests: 1,
    }),
    llm({ model: 'other', requests: 2, cancelledRequests: 2 }),
    usage({ kind: 'tts', believedCharacters: 500 }),
  ];
  const got = tokensOf(rows, [40, 60]);
  expect(got).toMatchObject({ input: 1_000, cached: 400, output: 90, unknown: 1, rate: { n: 2, average: 50 } });
  expect(got.models).toMatchObject([
    { model: 'gpt', cachedShare: 0.4, outputPerRequest: 30 },
    { model: 'other', input: null, cachedShare: null, outputPerRequest: null },
  ]);
  expect(tokensOf([], [])).toMatchObject({ input: null, output: null, unknown: 0, rate: { average: null } });
});

test('a call is measured, held against its targets and against the agent’s last days', () => {
  const call = callOf(
    [
      waited(1, [['model', 900]], { totalLatencyMs: 800, llmTtftMs: 600, interrupted: true }),
      waited(2, [['model', 1_700]], { totalLatencyMs: 1_600, llmTtftMs: 1_000 }),
      waited(3, [['model', 900]], { totalLatencyMs: 900, llmTtftMs: 500 }),
    ],
    turn(0, { excluded: 'greeting' }),
  );
  const got = performanceOf({
    ...call,
    usage: [],
    tokensPerSecond: [30],
    measured: { duration: 4, dead_air: null },
    history: { heard: [300, 310, 290, 305, 300], llm_ttft: [650, 700], duration: [] },
  });
  const valueOf = (metric: string) => got.targets.metrics.find((one) => one.metric === metric)?.value;
  expect(['total_latency', 'llm_ttft', 'interruption_rate', 'interruptions', 'turns', 'duration'].map(valueOf)).toEqual(
    [1_100, 700, 0.25, 1, 3, 4],
  );
  expect(got.targets.alerts).toEqual(['token_rate']);
  expect(got.slowTurns.map((one) => one.turn)).toEqual([2]);
  expect(got.anomalies.map(({ metric, n, anomalous }) => [metric, n, anomalous])).toEqual([
    ['heard', 5, true],
    ['llm_ttft', 2, false],
    ['duration', 0, false],
  ]);
});

test('a call without turns is unknown, not 0', () => {
  const got = performanceOf({ turns: [], parts: [], usage: [], tokensPerSecond: [] });
  expect(got.targets).toMatchObject({ score: null, metrics: [] });
  expect(got).toMatchObject({ slowTurns: [], anomalies: [] });
});
