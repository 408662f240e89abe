import { describe, expect, test } from 'vitest';
import { readConclusionConfig } from '../../../analytics-worker/conclusions/config.ts';
import { leadOf } from '../../../analytics-worker/analysis/scores/lead.ts';
import { findings, found, lead, passages, signals } from './made.ts';

type Row = [
  team: number | null,
  volume: number | null,
  systems: string[] | null,
  horizon: string | null,
  authority: string | null,
  points: number,
  score: number | null,
  tier: string,
];

/** Points are added up by hand from the table of docs/scoring.md; score = points × 100 / 95, rounded. */
const table: Row[] = [
  [null, null, null, null, null, 0, null, 'none'],
  [0, null, null, null, null, 0, 0, 'tier_2'],
  [1, null, null, null, null, 0, 0, 'tier_2'],
  [2, null, null, null, null, 0, 0, 'tier_2'],
  [3, null, null, null, null, 5, 5, 'tier_2'],
  [4, null, null, null, null, 5, 5, 'tier_2'],
  [5, null, null, null, null, 15, 16, 'tier_1'],
  [10, null, null, null, null, 15, 16, 'tier_1'],
  [11, null, null, null, null, 25, 26, 'tier_1'],
  [5_000, null, null, null, null, 25, 26, 'tier_1'],
  [null, 0, null, null, null, 0, 0, 'tier_2'],
  [null, 9, null, null, null, 0, 0, 'tier_2'],
  [null, 10, null, null, null, 5, 5, 'tier_2'],
  [null, 49, null, null, null, 5, 5, 'tier_2'],
  [null, 50, null, null, null, 10, 11, 'tier_2'],
  [null, 99, null, null, null, 10, 11, 'tier_2'],
  [null, 100, null, null, null, 20, 21, 'tier_1'],
  [null, 20_000, null, null, null, 20, 21, 'tier_1'],
  [null, null, ['zapier'], null, null, 0, 0, 'tier_2'],
  [null, null, ['api'], null, null, 10, 11, 'tier_2'],
  [null, null, ['hubspot'], null, null, 15, 16, 'tier_1'],
  [null, null, ['salesforce'], null, null, 20, 21, 'tier_1'],
  [null, null, ['api', 'hubspot', 'zapier'], null, null, 15, 16, 'tier_1'],
  [null, null, ['pipedrive'], null, null, 0, 0, 'tier_1'],
  [null, null, null, 'evaluating', null, 0, 0, 'tier_2'],
  [null, null, null, 'this_quarter', null, 5, 5, 'tier_2'],
  [null, null, null, 'this_month', null, 10, 11, 'tier_2'],
  [null, null, null, 'this_week', null, 15, 16, 'tier_2'],
  [null, null, null, null, 'unknown', 0, 0, 'tier_2'],
  [null, null, null, null, 'needs_approval', 5, 5, 'tier_2'],
  [null, null, null, null, 'influencer', 10, 11, 'tier_2'],
  [null, null, null, null, 'decision_maker', 15, 16, 'tier_2'],
  [4, 99, ['api'], 'this_quarter', 'needs_approval', 35, 37, 'tier_2'],
  [4, 100, null, null, null, 25, 26, 'tier_1'],
  [7, 250, ['salesforce', 'api'], 'this_month', 'decision_maker', 80, 84, 'tier_1'],
  [11, 100, ['hubspot'], 'this_week', null, 75, 79, 'tier_1'],
  [5, 50, ['api'], 'this_month', 'influencer', 55, 58, 'tier_1'],
  [12, 60, ['salesforce'], 'this_week', 'decision_maker', 85, 89, 'tier_1'],
  [3, 10, null, 'evaluating', 'decision_maker', 25, 26, 'tier_2'],
  [11, 100, ['salesforce'], 'this_week', 'decision_maker', 95, 100, 'tier_1'],
];

const names = ['team_size', 'monthly_volume', 'integration_needs', 'decision_timeline', 'budget_authority'];

describe('the base score', () => {
  test('is checked by 40 cases', () => expect(table).toHaveLength(40));

  test.each(table)('of %s people, %s documents, %j, %s, %s is %s points, %s, %s', (...row) => {
    const [points, score, tier] = row.slice(5);
    const said = names.flatMap((name, index) => (row[index] === null ? [] : [[name, row[index]]]));
    const got = lead(Object.fromEntries(said));
    expect([got.points, got.score, got.tier]).toEqual([points, score, tier]);
    expect(got.breakdown.reduce((sum, line) => sum + line.points, 0)).toBe(points);
    expect(got.hot).toBe(Number(score) > 80);
  });

  test('names signal, rule and the words of each line', () => {
    expect(lead({ team_size: 7 }).breakdown[0]).toEqual({
      signal: 'team_size',
      value: 7,
      known: true,
      points: 15,
      maxPoints: 25,
      rule: '5 to under 11 → 15',
      source: 'rules',
      evidence: [{ item: 2, quote: 'his words' }],
    });
    expect(lead({}).breakdown[0]).toMatchObject({ known: false, source: null, evidence: [] });
  });

  test('does not move for what describes the lead', () => {
    const more = { passages: passages('buying_signal', 2, 'a', 'b') };
    expect(lead({ team_size: 7 }, more, { engagement: 10 }).score).toBe(lead({ team_size: 7 }).score);
  });

  test('follows the weights of a team', () => {
    const { scoring } = readConclusionConfig({
      scoring: '{"weights": {"seats": {"bands": [{"from": 10, "points": 50}]}}, "hotAbove": 40}',
      personKeySecret: 'secret',
    });
    const all = findings({ signals: signals({ seats: 10 }) });
    expect(leadOf(all, scoring, { engine: 'llm', engagement: null })).toMatchObject({ score: 100, hot: true });
  });
});

describe('confidence', () => {
  const all = { team_size: 1, monthly_volume: 2, integration_needs: ['api'], decision_timeline: 'this_week' };

  test.each([
    [0, 'low'],
    [1, 'low'],
    [2, 'medium'],
    [3, 'medium'],
    [4, 'high'],
  ])('with %s signals known and said is %s', (count, confidence) => {
    const got = lead(Object.fromEntries(Object.entries(all).slice(0, count)));
    expect([got.confidence, got.basis]).toEqual([confidence, { known: count, proven: count, confirmed: 0 }]);
  });

  test('counts what nothing proves only when the caller or a human confirmed it', () => {
    const recorded = (['agent', 'confirmed', 'human'] as const).map((source, index) => ({
      ...{ name: names[index] ?? '', source, evidence: [] },
      value: index === 2 ? ['api'] : 3,
    }));
    expect(lead({}, {}, { recorded })).toMatchObject({
      confidence: 'medium',
      basis: { known: 3, proven: 2, confirmed: 2 },
    });
  });

  test('does not count signals that are not scored, nor what cannot be read', () => {
    expect(lead({ industry: 'legal', location: 'leeds', team_size: 'a few' }).basis.known).toBe(0);
  });
});

describe('the parts of the lead', () => {
  test.each([
    [{}, null],
    [{ team_size: 1 }, 0],
    [{ team_size: 3 }, 12],
    [{ team_size: 5 }, 36],
    [{ team_size: 11 }, 60],
    [{ industry: 'legal' }, 40],
    [{ industry: 'forestry' }, 0],
    [{ team_size: 4, industry: 'Legal' }, 52],
    [{ team_size: 10, industry: 'finance' }, 76],
    [{ team_size: 12, industry: 'healthcare' }, 100],
  ])('demographic of %j is %s', (values, part) => expect(lead(values).parts.demographic).toBe(part));

  test.each([
    [null, null],
    [0, 0],
    [0.1, 1],
    [2.5, 25],
    [3.3, 33],
    [4.9, 49],
    [6.3, 63],
    [7, 70],
    [9.9, 99],
    [10, 100],
  ])('behavioural at an engagement of %s is %s', (engagement, part) => {
    expect(lead({}, {}, { engagement }).parts.behavioural).toBe(part);
  });

  test.each([
    [null, null],
    [{ employees: null, revenueUsd: null }, null],
    [{ employees: 1, revenueUsd: null }, 20],
    [{ employees: 9, revenueUsd: null }, 20],
    [{ employees: 10, revenueUsd: null }, 40],
    [{ employees: 50, revenueUsd: 999_999 }, 45],
    [{ employees: 250, revenueUsd: 1_000_000 }, 70],
    [{ employees: null, revenueUsd: 10_000_000 }, 70],
    [{ employees: 249, revenueUsd: 50_000_000 }, 85],
    [{ employees: 4_000, revenueUsd: 60_000_000 }, 100],
  ])('firmographic of %j is %s', (company, part) => {
    expect(lead({}, {}, { company }).parts.firmographic).toBe(part);
  });

  test.each([
    [{}, 0, null],
    [{}, 1, 10],
    [{}, 2, 20],
    [{}, 5, 20],
    [{ urgency: 'high' }, 0, 40],
    [{ urgency: 'low' }, 0, 0],
    [{ decision_timeline: 'evaluating' }, 0, 0],
    [{ decision_timeline: 'this_month' }, 0, 27],
    [{ decision_timeline: 'this_quarter', urgency: 'medium' }, 1, 43],
    [{ decision_timeline: 'this_week', urgency: 'high' }, 3, 100],
  ])('intent of %j with %s buying signals is %s', (values, buying, part) => {
    const said = { passages: passages('buying_signal', 2, ...Array.from({ length: buying }, (_, i) => `b${i}`)) };
    expect(lead(values, said).parts.intent).toBe(part);
  });

  test.each([
    [{}, null],
    [{ location: 'leeds' }, null],
    [{ team_size: 5 }, 100],
    [{ team_size: 4 }, 0],
    [{ team_size: 4, monthly_volume: 50 }, 50],
    [{ industry: 'legal', use_case: 'invoices' }, 50],
    [{ industry: 'legal', use_case: 'contracts', integration_needs: ['zapier'] }, 67],
    [{ industry: 'forestry', team_size: 9, monthly_volume: 49 }, 33],
    [{ industry: 'legal', use_case: 'contracts', integration_needs: ['api'], team_size: 1, monthly_volume: 80 }, 80],
    [{ industry: 'legal', use_case: 'proposals', integration_needs: ['api'], team_size: 9, monthly_volume: 80 }, 100],
  ])('fit of %j is %s', (values, part) => expect(lead(values).parts.fit).toBe(part));
});

test('the lead says where every signal comes from', () => {
  const all = findings({ signals: { team_size: found(15, { confirmed: true }), location: found('leeds') } });
  const recorded = [{ name: 'team_size', value: 50, source: 'agent' as const, evidence: [] }];
  const got = leadOf(all, readConclusionConfig({ personKeySecret: 's' }).scoring, {
    ...{ engine: 'rules', engagement: null },
    recorded,
  });
  expect(got.signals.get('team_size')).toMatchObject({
    ...{ value: 15, source: 'confirmed', others: [{ source: 'agent', value: 50 }] },
  });
  expect(got.signals.get('location')?.source).toBe('rules');
});
