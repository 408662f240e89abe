import type { FoundSignal } from '../../results.ts';
import type { Claim, Turn } from '../find/claim.ts';
import type { Count } from '../find/counts.ts';
import { correctionsOf, withoutDenied } from './corrections.ts';
import { lastClaim } from './last.ts';

/** Of all that was said of a count what stands: not what he denied, and what he corrected as he corrected it. */
export function standingCount(
  turns: Turn[],
  claims: Claim[],
  isOf: (count: Count) => boolean,
): FoundSignal | undefined {
  const left = withoutDenied(turns, claims);
  return lastClaim([...left, ...correctionsOf(turns, left, isOf)].toSorted((a, b) => a.item - b.item));
}
