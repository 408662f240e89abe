import { describe, expect, test } from 'vitest';
import { findings as schema, type Findings, type Outcome } from '../../../analytics-worker/analysis/results.ts';
import { nextActionOf } from '../../../analytics-worker/analysis/scores/next-action.ts';
import { salesOf } from '../../../analytics-worker/analysis/scores/sales.ts';
import { summaryOf } from '../../../analytics-worker/analysis/scores/summary.ts';
import { defaultScoring } from '../../../analytics-worker/conclusions/scoringConfig.ts';
import { findings, lead, passages, signals } from './made.ts';

const values = {
  team_size: 13,
  monthly_volume: 100,
  integration_needs: ['salesforce'],
  use_case: 'agreements',
  decision_timeline: 'this_month',
  pain_points: ['lost pages'],
};
const rich: Partial<Findings> = {
  signals: signals(values),
  objections: [
    {
      item: 18,
      quote: "that's more than i'd thought",
      type: 'price',
      resolved: true,
      resolution: { item: 20, quote: 'easier' },
    },
    { item: 22, quote: 'is it safe though', type: 'trust', resolved: false, resolution: null },
  ],
  competitors: [
    { item: 4, quote: 'docu sign', name: 'docusign', stance: 'evaluating' },
    { item: 6, quote: 'hello sign', name: 'hellosign', stance: 'left' },
  ],
  actionItems: [
    { item: 21, quote: "i'll send", owner: 'agent', action: 'send the invitation', due: null, kind: 'document' },
    { item: 21, quote: 'wednesday at two', owner: 'team', action: 'call', due: 'wednesday at two', kind: 'meeting' },
  ],
  contentGaps: [{ item: 9, quote: 'what about iso', kind: 'unanswered', topic: 'iso 27001' }],
  outcome: { outcome: 'meeting', evidence: [{ item: 20, quote: 'go on wednesday at two' }] },
  passages: [
    ...passages('buying_signal', 20, 'meeting'),
    ...passages('stakeholder', 12, 'partner', 'Partner'),
    ...passages('feature_request', 8, 'templates'),
    ...passages('comparison_request', 4, 'docusign'),
  ],
  sentiment: {
    ...findings().sentiment,
    ...{
      overall: 'positive',
      segments: [
        { from: 1, to: 8, overall: 'positive', score: 80 },
        { from: 9, to: 24, overall: 'neutral', score: 55 },
      ],
    },
    emotions: [{ item: 18, quote: 'hmm', emotion: 'frustration', intensity: 0.6 }],
  },
};

const found = findings(rich);
const made = lead(values, rich);

test('the made-up call is one that engines could find', () => expect(schema.parse(found)).toEqual(found));

describe('sales intelligence', () => {
  const sales = salesOf(found, made, defaultScoring);

  test('has every signal with where it comes from', () => {
    expect(sales.signals['team_size']).toEqual({
      value: 13,
      source: 'rules',
      evidence: [{ item: 2, quote: 'his words' }],
    });
    expect(Object.keys(sales.signals)).toEqual(Object.keys(values));
  });

  test('names what was mentioned once, with every place', () => {
    expect(sales.stakeholders).toEqual([
      {
        about: 'partner',
        evidence: [
          { item: 12, quote: 'his words' },
          { item: 12, quote: 'his words' },
        ],
      },
    ]);
    expect(sales.featureRequests.map(({ about }) => about)).toEqual(['templates']);
  });

  test('has a battlecard for rivals that are not left, doubts that stand, and comparisons', () => {
    expect(sales.battlecards.map(({ on, about, item }) => [on, about, item])).toEqual([
      ['competitor', 'docusign', 4],
      ['objection', 'trust', 22],
      ['comparison', 'docusign', 4],
    ]);
  });

  test('quotes five items at most, each once, what tells most first', () => {
    expect(sales.keyQuotes.map(({ why, item }) => [why, item])).toEqual([
      ['buying signal', 20],
      ['objection', 22],
      ['pain point', 2],
      ['competitor', 4],
      ['competitor', 6],
    ]);
  });
});

describe('the next action', () => {
  const after = (outcome: Outcome['outcome'], said: Record<string, unknown> = {}, over: Partial<Findings> = {}) => {
    const all = { ...over, outcome: { outcome, evidence: [] } };
    return nextActionOf(findings({ signals: signals(said), ...all }), lead(said, all));
  };

  test('prepares a meeting, with its date and the doubts that stand', () => {
    expect(nextActionOf(found, made)).toBe('Prepare the meeting ("wednesday at two") and have an answer on trust.');
    expect(after('meeting')).toBe('Prepare the meeting.');
  });

  test.each<[Outcome['outcome'], Record<string, unknown>, string]>([
    ['follow_up', { decision_timeline: 'this_week' }, 'Call back today: they decide this week.'],
    ['hangup', { team_size: 9 }, 'Call back and go on where the call broke off.'],
    ['hangup', {}, 'Nothing to do.'],
    ['no_interest', { team_size: 9 }, 'Ask again in six months.'],
    ['disqualified', { team_size: 1 }, 'Do not follow up.'],
    ['support_resolved', {}, 'Ask in a week whether it still works.'],
    ['support_unresolved', {}, 'Pass to support today.'],
    ['wrong_number', {}, 'Nothing to do.'],
    ['voicemail', {}, 'Call again.'],
  ])('after %s with %j', (outcome, said, action) => expect(after(outcome, said)).toBe(action));

  test('keeps promises and passes on what was asked', () => {
    const { actionItems = [], contentGaps = [] } = rich;
    expect(after('follow_up', { urgency: 'high' }, { actionItems })).toBe(
      'Call back today: it is urgent. Promised: "send the invitation".',
    );
    expect(after('support_unresolved', {}, { contentGaps })).toBe('Pass to support today: iso 27001.');
  });
});

describe('the summary', () => {
  const summary = summaryOf(found, made, defaultScoring);

  test('says whether the caller qualified, and why', () => {
    expect([summary.outcome, summary.qualified, summary.why.text]).toEqual([
      ...['meeting', true],
      '13 people, 100 documents a month and needs salesforce.',
    ]);
    expect(summaryOf(findings(), lead({}), defaultScoring)).toMatchObject({ qualified: null });
    const small = summaryOf(findings(), lead({ team_size: 2 }), defaultScoring);
    expect([small.qualified, small.why.text]).toEqual([
      false,
      'No team of 5, no 100 documents a month and no CRM is known.',
    ]);
    const out: Outcome = { outcome: 'disqualified', evidence: [{ item: 9, quote: 'we only do shops' }] };
    expect(summaryOf(findings({ outcome: out }), made, defaultScoring)).toMatchObject({
      ...{ qualified: false, why: { evidence: out.evidence } },
    });
  });

  test('takes three to five things away, each with what shows it', () => {
    expect(summary.takeaways.map(({ text }) => text)).toEqual([
      'A meeting was made.',
      'Lead score 79, tier 1: team size 13, monthly volume 100, integration needs salesforce and decision timeline this month.',
      'Standing objections: trust.',
      'The caller compares with docusign and has left hellosign.',
      'The caller showed that he wants to buy.',
    ]);
    expect(summary.takeaways.every(({ evidence }) => evidence.length > 0)).toBe(true);
    const more: Partial<Findings> = {
      competitors: ['a', 'b_sign'].map((name) => ({ item: 4, quote: 'his words', name, stance: 'using' })),
    };
    const said = { pain_points: ['lost', 'a'.repeat(80), 'late', 'never heard of'] };
    const long = summaryOf(findings({ ...more, signals: signals(said) }), lead(said, more), defaultScoring).takeaways;
    expect(long.slice(2, 4).map(({ text }) => text)).toEqual([
      'The caller uses a and b sign.',
      `What goes wrong now: "lost", "${'a'.repeat(59)}…" and "late".`,
    ]);
    const bare = summaryOf(findings(), lead({}), defaultScoring).takeaways;
    expect(bare.map(({ text }) => text)).toEqual([
      'It goes on after the call.',
      'Nothing was said that a lead is scored by.',
      'The mood was neutral.',
    ]);
  });

  test('names risks and how large it is', () => {
    expect(summary.risks.map(({ text }) => text)).toEqual([
      'An objection stands: trust.',
      'Compares with docusign.',
      'Questions were left open: iso 27001.',
      'The caller was upset.',
      'The mood fell from 80 to 55 of 100.',
    ]);
    expect(summary.opportunity?.text).toBe('13 people, 100 documents a month, for agreements, deciding: this month.');
    expect(summaryOf(findings(), lead({}), defaultScoring)).toMatchObject({ risks: [], opportunity: null });
  });
});
