import type { LatencySeries } from '../../../../api/types.ts';

/** What fills less of the range lies at its edge. */
const SMALL_SHARE = 0.25;

/**
 * From when there are turns at all, where these fill only the end of the range: ISO 8601, a step before the first.
 * Undefined where they fill a good part of it.
 */
export function dataStart({ points, bucketMs }: Pick<LatencySeries, 'points' | 'bucketMs'>): string | undefined {
  const first = points.findIndex(({ n }) => n > 0);
  const at = points[first]?.at;
  if (at === undefined || points.length - first > points.length * SMALL_SHARE) return undefined;
  return new Date(Date.parse(at) - bucketMs).toISOString();
}
