import type { LatencySeries } from '../../../../api/types.ts';
import { ENOUGH_TURNS } from '../../parts/ms.tsx';
import type { LINES } from './lines.ts';

type Point = LatencySeries['points'][number];
type DotProps = { cx?: number; cy?: number; index?: number };

/**
 * Dots of a line: hollow and grey where a bucket has few turns (on the p95 line, for all three), full where a point
 * has no neighbours to be joined to. The others need none.
 */
export function dotsOf(points: readonly Point[], { key, colour }: (typeof LINES)[number]) {
  return ({ cx, cy, index = 0 }: DotProps) => {
    const point = points[index];
    if (cx === undefined || cy === undefined || !point || point[key] === null) return <g key={index} />;
    if (key === 'p95Ms' && point.n < ENOUGH_TURNS) {
      return <circle key={index} cx={cx} cy={cy} r={2.5} fill="var(--paper)" stroke="var(--ink-3)" />;
    }
    const isAlone = !points[index - 1]?.[key] && !points[index + 1]?.[key];
    return isAlone ? <circle key={index} cx={cx} cy={cy} r={2.5} fill={colour} /> : <g key={index} />;
  };
}
