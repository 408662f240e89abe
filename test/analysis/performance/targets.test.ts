import { describe, expect, test } from 'vitest';
import { standards, type Metric, type Standard } from '../../../analytics-worker/analysis/performance/standards.ts';
import { targetsOf } from '../../../analytics-worker/analysis/performance/targets.ts';

describe('each standard at its limits', () => {
  test.each<[Metric, number, boolean | null, boolean | null]>([
    ['total_latency', 999, true, false],
    ['total_latency', 1_000, false, false],
    ['total_latency', 1_500, false, false],
    ['total_latency', 1_501, false, true],
    ['transcription', 500, null, false],
    ['transcription', 501, null, true],
    ['llm_ttft', 701, null, true],
    ['tts_ttfb', 300, null, false],
    ['tts_ttfb', 301, null, true],
    ['token_rate', 49, null, true],
    ['token_rate', 50, null, false],
    ['audio_quality', 3.4, null, true],
    ['audio_quality', 3.5, null, false],
    ['interruption_rate', 0.1, false, null],
    ['interruption_rate', 0.09, true, null],
    ['interruptions', 3, null, false],
    ['interruptions', 4, null, true],
    ['duration', 3, true, null],
    ['duration', 7, true, null],
    ['duration', 7.1, false, null],
    ['turns', 7, false, null],
    ['turns', 15, true, null],
    ['dead_air', 0.05, false, null],
    ['pace', 140, true, null],
    ['pace', 161, false, null],
    ['engagement', 7, false, false],
    ['engagement', 7.1, true, false],
    ['engagement', 4.9, false, true],
    ['sentiment_change', 0, false, null],
    ['sentiment_change', 0.1, true, null],
    ['questions_resolved', 0.9, false, null],
    ['searches_found', 0.86, true, null],
  ])('%s of %s: met %s, alert %s', (metric, value, met, alert) => {
    const { unit, target, alert: alarm }: Standard = standards[metric];
    const bounds = { target: target ?? null, alarm: alarm ?? null };
    expect(targetsOf({ [metric]: value }).metrics).toEqual([{ metric, value, unit, met, alert, ...bounds }]);
  });
});

test('the score is the share of targets met, of those that can be judged', () => {
  const got = targetsOf({ total_latency: 900, duration: 12, engagement: 8, dead_air: null, llm_ttft: 900 });
  expect(got).toMatchObject({ score: 67, met: 2, judged: 3, alerts: ['llm_ttft'] });
  expect(got.unknown).toContain('dead_air');
  expect(targetsOf({})).toMatchObject({ score: null, judged: 0, alerts: [] });
});
