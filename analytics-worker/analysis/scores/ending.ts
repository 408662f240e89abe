import type { EndReason } from '../../conclusions/types.ts';
import type { ScoredCall } from './call.ts';
import type { Measured } from './weigh.ts';

const LOST: readonly (EndReason | '')[] = ['line_lost', 'error', 'agent_lost', 'agent_never_came'];
const HALF = 5;

/** Whether the call came to its end, or was broken off (docs/analysis-scores.md). */
export function endingOf({ items, findings, endReason = '' }: ScoredCall): Measured {
  const last = items.at(-1);
  if (LOST.includes(endReason)) return { score: 0, how: `the line ended by ${endReason}` };
  if (findings.outcome.outcome === 'hangup') return { score: 0, how: 'the caller left in the middle' };
  if (last?.interrupted) return { score: HALF, how: 'the last words were cut off' };
  return { score: 10, how: 'the call came to its end' };
}
