import { knownOf } from '../conclusions/facts.ts';
import { leadScoreOf } from '../conclusions/leadScore.ts';
import type { ScoringConfig } from '../conclusions/scoringConfig.ts';
import { signalsOf } from '../conclusions/signals.ts';
import type { StoredFact } from '../conclusions/types.ts';

/** Event and its time, epoch ms. */
export type Cause = { eventId: string; atMs: number };

/**
 * The signal that made the lead hot: the last one at which the score, counted signal by signal, went over the threshold.
 * Undefined when it is not over it.
 */
export function causeOf(facts: readonly StoredFact[], scoring: ScoringConfig): Cause | undefined {
  const recorded = knownOf(facts).of('signal.recorded');
  let cause: Cause | undefined;
  for (const [index, { fact, at }] of recorded.entries()) {
    const until = recorded.slice(0, index + 1);
    const isHot = leadScoreOf(signalsOf(knownOf(until)), scoring)?.hot === true;
    if (!isHot) cause = undefined;
    else cause ??= { eventId: fact.id, atMs: at };
  }
  return cause;
}
