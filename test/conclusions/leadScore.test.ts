import { describe, expect, test } from 'vitest';
import { readConclusionConfig } from '../../analytics-worker/conclusions/config.ts';
import { defaultScoring, parseScoring } from '../../analytics-worker/conclusions/scoringConfig.ts';
import { EarshotError } from '../../lib/errors.ts';
import { conclude, script } from './helpers.ts';

function scoreOf(signals: Record<string, unknown>, evidence = true, scoring = defaultScoring) {
  const out = script();
  for (const [name, value] of Object.entries(signals)) {
    out.add(1, 'signal.recorded', { name, value, ...(evidence ? { itemId: `item_${name}`, quote: 'his words' } : {}) });
  }
  return conclude(out.facts, { config: { scoring, personSecret: 'secret' } }).leadScore;
}

const everything = {
  team_size: 12,
  monthly_volume: 250,
  integration_needs: ['salesforce', 'api'],
  decision_timeline: 'this_week',
  budget_authority: 'decision_maker',
};

describe('lead score', () => {
  test.each([
    [
      'team_size',
      [
        [0, 0],
        [1, 0],
        [2, 0],
        [3, 5],
        [4, 5],
        [5, 15],
        [10, 15],
        [11, 25],
        [900, 25],
      ],
    ],
    [
      'monthly_volume',
      [
        [0, 0],
        [9, 0],
        [10, 5],
        [49, 5],
        [50, 10],
        [99, 10],
        [100, 20],
        [5_000, 20],
      ],
    ],
    [
      'integration_needs',
      [
        [['salesforce'], 20],
        [['hubspot'], 15],
        [['api', 'hubspot'], 15],
        [['api'], 10],
        [['zapier'], 0],
      ],
    ],
    [
      'decision_timeline',
      [
        ['this_week', 15],
        ['this_month', 10],
        ['this_quarter', 5],
        ['evaluating', 0],
      ],
    ],
    [
      'budget_authority',
      [
        ['decision_maker', 15],
        ['influencer', 10],
        ['needs_approval', 5],
        ['unknown', 0],
      ],
    ],
  ] as const)('gives the points of the table for %s', (name, table) => {
    for (const [value, points] of table) {
      const line = scoreOf({ [name]: value })?.breakdown.find(({ signal }) => signal === name);
      expect([value, line?.points, line?.known]).toEqual([value, points, true]);
    }
  });

  test('is 100 when everything is known at its best, and 0 at its worst', () => {
    expect(scoreOf(everything)).toMatchObject({
      score: 100,
      points: 95,
      maxPoints: 95,
      tier: 'tier_1',
      hot: true,
      confidence: 'high',
    });
    expect(scoreOf({ team_size: 1 })).toMatchObject({ score: 0, tier: 'tier_2', hot: false, confidence: 'low' });
  });

  test('can be added up by hand from the breakdown', () => {
    const score = scoreOf({ ...everything, team_size: 7, decision_timeline: 'this_month' });
    const points = score?.breakdown.map((line) => line.points) ?? [];
    expect(points).toEqual([15, 20, 20, 10, 15]);
    expect(score?.score).toBe(Math.round((80 * 100) / 95));
    expect(score?.hot).toBe(true);
    expect(score?.breakdown[0]).toMatchObject({
      rule: '5 to under 11 → 15',
      evidence: { itemId: 'item_team_size', quote: 'his words' },
    });
  });

  test('is null without a scored signal, and the whole result is without any', () => {
    expect(scoreOf({})).toBeNull();
    expect(scoreOf({ location: 'Leeds' })).toMatchObject({ score: null, tier: 'none', hot: false, confidence: 'low' });
    expect(conclude(script().facts).session).toMatchObject({ leadScore: null, tier: 'none' });
  });

  test('takes the last value, and null takes a signal back', () => {
    const out = script();
    out.add(1, 'signal.recorded', { name: 'team_size', value: 12 });
    out.add(2, 'signal.recorded', { name: 'team_size', value: 15, replaced: 12 });
    out.add(3, 'signal.recorded', { name: 'monthly_volume', value: 50 });
    out.add(4, 'signal.recorded', { name: 'monthly_volume', value: null, replaced: 50 });
    const { leadScore, session } = conclude(out.facts.toReversed());
    expect(leadScore?.breakdown.slice(0, 2).map(({ value, known }) => [value, known])).toEqual([
      [15, true],
      [null, false],
    ]);
    expect(session.signalsKnown).toBe(1);
  });

  test('gives nothing for what is not readable, and is less sure without the words', () => {
    const line = scoreOf({ team_size: 'a few', location: 'x' })?.breakdown[0];
    expect(line).toMatchObject({ known: false, points: 0, rule: 'not readable → 0' });
    expect(scoreOf(everything, false)?.confidence).toBe('low');
    expect(scoreOf({ team_size: '12', monthly_volume: 3 })).toMatchObject({ points: 25, confidence: 'medium' });
  });

  test.each([
    [{ team_size: 5 }, 'tier_1'],
    [{ team_size: 4 }, 'tier_2'],
    [{ monthly_volume: 100 }, 'tier_1'],
    [{ integration_needs: ['Pipedrive'] }, 'tier_1'],
    [{ integration_needs: ['zapier'], monthly_volume: 99 }, 'tier_2'],
  ])('%o is %s', (signals, tier) => expect(scoreOf(signals)?.tier).toBe(tier));

  test('describes the lead in parts of 0-100, null where nothing tells', () => {
    expect(scoreOf({ team_size: 12 })?.parts).toEqual({
      demographic: 60,
      behavioural: null,
      firmographic: null,
      intent: null,
      fit: 100,
    });
    const parts = scoreOf({ ...everything, industry: 'legal', urgency: 'high', use_case: 'invoices' })?.parts;
    expect(parts).toEqual({ demographic: 100, behavioural: null, firmographic: null, intent: 80, fit: 80 });
  });

  test('follows the weights of a team', () => {
    const scoring = parseScoring({
      ...defaultScoring,
      weights: { seats: { bands: [{ from: 10, points: 50 }] } },
      hotAbove: 40,
    });
    expect(scoreOf({ seats: 10 }, true, scoring)).toMatchObject({ score: 100, hot: true });
    expect(scoreOf({ seats: 9 }, true, scoring)?.breakdown[0]?.rule).toBe('under 10 → 0');
  });
});

describe('scoring configuration', () => {
  const problemOf = (scoring: string) => {
    try {
      readConclusionConfig({ scoring, personKeySecret: 'secret' });
    } catch (error) {
      if (error instanceof EarshotError) return error.problem;
    }
    return undefined;
  };

  test('is the default where nothing is given, and replaced part by part', () => {
    expect(readConclusionConfig({ personKeySecret: 's' }).scoring).toEqual(defaultScoring);
    const { scoring } = readConclusionConfig({ scoring: '{"hotAbove": 70}', personKeySecret: 's' });
    expect(scoring).toEqual({ ...defaultScoring, hotAbove: 70 });
  });

  test.each([
    ['{', 'SCORING_CONFIG'],
    ['[]', 'SCORING_CONFIG'],
    ['{"hotAbove": 101}', 'scoring.hotAbove'],
    [
      '{"weights": {"team_size": {"bands": [{"from": 5, "points": 1}, {"from": 3, "points": 2}]}}}',
      'scoring.weights.team_size',
    ],
    ['{"weights": {"x": {"words": {"a": 0}}}}', 'scoring.weights'],
    ['{"unheardOf": 1}', 'scoring'],
  ])('%s names %s', (scoring, field) => {
    expect(problemOf(scoring)).toMatchObject({ code: 'bad_scoring' });
    expect(problemOf(scoring)?.field).toContain(field);
  });
});
