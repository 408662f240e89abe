import { balanceOf } from './balance.ts';
import { distinct, passagesBy, whyNoTalk, type PassageKind, type ScoredCall } from './call.ts';
import { endingOf } from './ending.ts';
import { component, weigh, type Measured, type WeighedScore } from './weigh.ts';

/** Raised when the same findings would give another result. */
export const ENGAGEMENT_VERSION = 1;

const POINTS = { question: 2.5, subject: 2, affirmation: 2 };
const SUBJECTS: readonly PassageKind[] = ['topic', 'feature_request', 'comparison_request'];
const AGREEMENT: readonly PassageKind[] = ['affirmation', 'buying_signal'];

/** How much the caller took part, 0-10 (docs/analysis-scores.md). */
export function engagementOf(call: ScoredCall): WeighedScore {
  const questions = passagesBy(call, 'user', ['question']).length;
  const subjects = distinct([...passagesBy(call, 'user', SUBJECTS), ...passagesBy(call, 'agent', SUBJECTS)]);
  const affirmations = passagesBy(call, 'user', AGREEMENT).length;
  const components = [
    component('participation', 0.25, balanceOf(call)),
    component(
      'questions',
      0.2,
      counted(questions, POINTS.question, 'question of the caller', 'questions of the caller'),
    ),
    component('exploration', 0.25, counted(subjects, POINTS.subject, 'subject talked about', 'subjects talked about')),
    component('affirmations', 0.15, counted(affirmations, POINTS.affirmation, 'affirmation', 'affirmations')),
    component('completion', 0.15, endingOf(call)),
  ];
  return weigh(ENGAGEMENT_VERSION, components, whyNoTalk(call));
}

function counted(count: number, points: number, one: string, many: string): Measured {
  return { score: count * points, how: `${count} ${count === 1 ? one : many} × ${points}` };
}
