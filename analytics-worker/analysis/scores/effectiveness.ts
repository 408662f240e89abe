import type { Findings } from '../results.ts';
import { passagesBy, type ScoredCall } from './call.ts';
import { tenth, type Measured } from './weigh.ts';

/** What an outcome says of the agent's work; those that are missing say nothing of it. */
const OUTCOMES: Partial<Record<Findings['outcome']['outcome'], number>> = {
  meeting: 10,
  support_resolved: 10,
  follow_up: 8,
  disqualified: 8,
  no_interest: 4,
  support_unresolved: 2,
  hangup: 0,
};

/** The mean of what is known: questions answered, objections resolved, signals found out, outcome. */
export function effectivenessOf(call: ScoredCall): Measured {
  const { signals, objections, outcome } = call.findings;
  const questions = passagesBy(call, 'user', ['question']).filter(({ answered }) => answered !== undefined);
  const asked = call.asked ?? [];
  const reached = OUTCOMES[outcome.outcome];
  const known = [
    ...shareOf('questions answered', questions.filter(({ answered }) => answered).length, questions.length),
    ...shareOf('objections resolved', objections.filter(({ resolved }) => resolved).length, objections.length),
    ...shareOf('signals known', asked.filter((name) => Object.hasOwn(signals, name)).length, asked.length),
    ...(reached === undefined ? [] : [{ score: reached, how: `${outcome.outcome} ${reached}` }]),
  ];
  if (known.length === 0) return { score: null, how: 'there was nothing to do for the agent' };
  return {
    score: known.reduce((sum, { score }) => sum + score, 0) / known.length,
    how: `mean of ${known.map(({ how }) => how).join(', ')}`,
  };
}

function shareOf(what: string, done: number, all: number): { score: number; how: string }[] {
  if (all === 0) return [];
  const score = tenth((10 * done) / all);
  return [{ score, how: `${done} of ${all} ${what} ${score}` }];
}
