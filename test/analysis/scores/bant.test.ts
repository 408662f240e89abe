import { describe, expect, test } from 'vitest';
import type { Findings, Objection, Passage } from '../../../analytics-worker/analysis/results.ts';
import { bantOf, type Bant } from '../../../analytics-worker/analysis/scores/bant.ts';
import { defaultScoring } from '../../../analytics-worker/conclusions/scoringConfig.ts';
import { findings, lead, passages, signals } from './made.ts';

function bant(values: Record<string, unknown>, over: Partial<Findings> = {}): Bant {
  const all = findings({ signals: signals(values), ...over });
  return bantOf(all, lead(values, over), defaultScoring);
}

const doubt = (type: Objection['type'], resolved = false): Objection => ({
  ...{ item: 4, quote: 'too much', type, resolved },
  resolution: resolved ? { item: 6, quote: 'fine' } : null,
});
const uses = (stance: 'using' | 'left') => [{ item: 2, quote: 'docusign', name: 'docusign', stance }];
type Row = [values: Record<string, unknown>, over: Partial<Findings>, score: number | null];
function expectSum(part: keyof Bant, ...[values, over, score]: Row) {
  const sum = bant(values, over)[part];
  expect(sum.score).toBe(score);
  expect(sum.lines.every(({ evidence }) => evidence.length > 0)).toBe(true);
}

describe('budget', () => {
  test.each<Row>([
    [{}, {}, null],
    [{}, { passages: passages('question', 2, 'pricing') }, 40],
    [{}, { passages: passages('topic', 2, 'templates') }, null],
    [{}, { objections: [doubt('price', true)] }, 40],
    [{}, { objections: [doubt('price')] }, 10],
    [{}, { competitors: uses('using') }, 30],
    [{ current_tool: 'docusign' }, { competitors: uses('left') }, 30],
    [{ current_tool: 'manual' }, {}, null],
    [{ budget_authority: 'decision_maker' }, {}, 30],
    [{ budget_authority: 'decision_maker' }, { objections: [doubt('price', true)], competitors: uses('using') }, 100],
  ])('of %j, %j is %s', (...row) => expectSum('budget', ...row));
});

describe('authority', () => {
  const people: Partial<Findings> = { passages: passages('stakeholder', 2, 'cfo') };
  test.each<Row>([
    [{}, {}, null],
    [{ budget_authority: 'decision_maker' }, {}, 100],
    [{ budget_authority: 'influencer' }, {}, 60],
    [{ budget_authority: 'needs_approval' }, {}, 40],
    [{ budget_authority: 'unknown' }, {}, null],
    [{}, people, 30],
    [{ budget_authority: 'needs_approval' }, people, 50],
    [{ budget_authority: 'decision_maker' }, people, 100],
    [{ budget_authority: 'needs_approval' }, { objections: [doubt('authority')] }, 20],
    [{}, { objections: [doubt('authority')] }, 0],
  ])('of %j, %j is %s', (...row) => expectSum('authority', ...row));
});

describe('need', () => {
  const wants: Passage[] = [...passages('feature_request', 2, 'templates'), ...passages('buying_signal', 2, 'trial')];
  test.each<Row>([
    [{}, {}, null],
    [{ pain_points: ['lost letters'] }, {}, 20],
    [{ pain_points: ['lost letters', 'chasing'] }, {}, 40],
    [{ pain_points: ['a', 'b', 'c'] }, {}, 40],
    [{ use_case: 'contracts' }, {}, 20],
    [{ monthly_volume: 9 }, {}, 0],
    [{ monthly_volume: 50 }, {}, 10],
    [{ integration_needs: ['api'] }, {}, 5],
    [{}, { passages: wants }, 15],
    [
      { pain_points: ['a', 'b'], use_case: 'contracts', monthly_volume: 250, integration_needs: ['api'] },
      { passages: wants },
      100,
    ],
  ])('of %j, %j is %s', (...row) => expectSum('need', ...row));
});

describe('timeline', () => {
  test.each<Row>([
    [{}, {}, null],
    [{ decision_timeline: 'this_week' }, {}, 80],
    [{ decision_timeline: 'this_month' }, {}, 65],
    [{ decision_timeline: 'this_quarter' }, {}, 40],
    [{ decision_timeline: 'evaluating' }, {}, 10],
    [{ decision_timeline: 'this_week', urgency: 'high' }, {}, 100],
    [{ decision_timeline: 'this_month', urgency: 'medium' }, {}, 75],
    [{ urgency: 'high' }, {}, 60],
    [{ decision_timeline: 'this_quarter' }, { objections: [doubt('timing')] }, 20],
    [{ decision_timeline: 'evaluating' }, { objections: [doubt('timing')] }, 0],
  ])('of %j, %j is %s', (...row) => expectSum('timeline', ...row));
});
