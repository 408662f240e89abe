import type { FailureReason } from '../analysis/llm/failure.ts';

/** The model or the way to it is at fault, not the call: it is asked again (docs/worker.md). */
const AWAY: readonly FailureReason[] = [
  'unreachable',
  'slow',
  'cut',
  'limited',
  'failed',
  'deadline',
  'rejected',
  'stopped',
];

export function isAway(reason: FailureReason): boolean {
  return AWAY.includes(reason);
}

/** So often the same words may cost something for nothing; then they are not asked about again. */
export const MOST_PAID_FAILURES = 5;

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 10 * 60_000;

/** 2 s, 4 s, 8 s, … up to 10 minutes. @param failures in a row, from 1 */
export function waitAfter(failures: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
}
