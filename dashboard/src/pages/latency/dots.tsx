import type { LatencySeries } from '../../../../api/types.ts';
import { ENOUGH_TURNS } from '../../parts/ms.tsx';
import type { LINES } from './lines.ts';

type Point = LatencySeries['points'][number];
const RADIUS = 3.5;

type DotProps = { cx?: number; cy?: number; index?: number };

/**
 * Dots of a line in its colour: hollow where a bucket has few turns (on the p95 line, for all three), full where a point
 * has no neighbours to be joined to. The others need none.
 */
export function dotsOf(points: readonly Point[], { key, colour }: (typeof LINES)[number]) {
  return ({ cx, cy, index = 0 }: DotProps) => {
    const point = points[index];
    if (cx === undefined || cy === undefined || !point || point[key] === null) return <g key={index} />;
    if (key === 'p95Ms' && point.n < ENOUGH_TURNS) {
      return <circle key={index} cx={cx} cy={cy} r={RADIUS} fill="var(--paper)" stroke={colour} strokeWidth={1.5} />;
    }
    const isAlone = !points[index - 1]?.[key] && !points[index + 1]?.[key];
    return isAlone ? <circle key={index} cx={cx} cy={cy} r={RADIUS} fill={colour} /> : <g key={index} />;
  };
}
