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
  const isHotAfter = (count: number) =>
    leadScoreOf(signalsOf(knownOf(recorded.slice(0, count))), scoring)?.hot === true;
  let count = recorded.length;
  let cause: Cause | undefined;
  // Backwards: in mid-call it is one of the last.
  while (count > 0 && isHotAfter(count)) {
    const last = recorded[--count];
    if (last) cause = { eventId: last.fact.id, atMs: last.at };
  }
  return cause;
}
