import type { LatencySeries } from '../../../../api/types.ts';
import { ENOUGH_TURNS } from '../../parts/enough-turns.ts';
import type { LINES } from './lines.ts';

type Point = LatencySeries['points'][number];
type Dot = { index: number; value: number; hollow: boolean };

/**
 * Dots of a line: hollow where a bucket has few turns (on the p95 line, for all three), full where a point has no neighbours
 * to be joined to. The others need none.
 */
export function dotsOf(points: readonly Point[], key: (typeof LINES)[number]['key']): Dot[] {
  const isKnown = (index: number) => (points[index]?.[key] ?? null) !== null;
  return points.flatMap((point, index) => {
    const value = point[key];
    if (value === null) return [];
    const hollow = key === 'p95Ms' && point.n < ENOUGH_TURNS;
    return hollow || !(isKnown(index - 1) || isKnown(index + 1)) ? [{ index, value, hollow }] : [];
  });
}
