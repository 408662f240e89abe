import { number, onClock } from './values.ts';
import type { Watch } from './watch.ts';

/** Who speaks, listens, thinks or is away; and the session's own judgement of interruptions and turn ends. */
export function watchStates({ on, publish, clock }: Watch): void {
  on('agent_state_changed', ({ oldState, newState }) => publish('agent.state', { from: oldState, to: newState }));
  on('user_state_changed', ({ oldState, newState }) => publish('caller.state', { from: oldState, to: newState }));
  on('agent_false_interruption', ({ resumed }) => publish('interruption.false', { resumed }));
  on('overlapping_speech', ({ isInterruption, detectedAt, probability }) =>
    publish('interruption.detected', {
      isInterruption,
      detectedAt: onClock(clock, detectedAt),
      probability: number(probability),
    }),
  );
  on('eot_prediction', ({ probability, threshold, inferenceDurationMs, delayMs }) =>
    publish('metrics.eot', {
      probability: number(probability),
      threshold: number(threshold),
      inferenceMs: number(inferenceDurationMs),
      delayMs: number(delayMs),
    }),
  );
}
