import type { alertsOfRange } from '../../clickhouse/queries/alerts-of-range.ts';
import type { firstSeen } from '../../clickhouse/queries/first-seen.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import type { LatencySeries } from '../types.ts';
import { mostUsedBasis, percentilesOf } from './percentiles.ts';
import { iso } from './times.ts';
import type { Waits } from './waits.ts';

type Range = { fromMs: number; toMs: number };

const MOST_POINTS = 120;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  ...[10, 15, 30].map((seconds) => seconds * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
];

/** The shortest round step, ms, with which a range has no more points than a chart shows. */
export function bucketOf(range: Range): number {
  // A range that starts within a bucket touches one more.
  const leastMs = (range.toMs - range.fromMs) / (MOST_POINTS - 1);
  return STEPS.find((step) => step >= leastMs) ?? Math.ceil(leastMs / DAY) * DAY;
}

/** One point a bucket, also where nobody was heard, so that the line breaks there. */
export function pointsOf(rows: Waits['buckets'], range: Range): LatencySeries['points'] {
  const bucketMs = bucketOf(range);
  const basis = mostUsedBasis(rows);
  const byTime = new Map(rows.filter((row) => row.basis === basis).map((row) => [row.at, row]));
  const first = Math.floor(range.fromMs / bucketMs);
  const count = Math.ceil(range.toMs / bucketMs) - first;
  return Array.from({ length: count }, (_, index) => {
    const at = (first + index) * bucketMs;
    const row = byTime.get(at);
    const { n, p50Ms, p95Ms, p99Ms } = row ? percentilesOf(row) : { n: 0, p50Ms: null, p95Ms: null, p99Ms: null };
    return { at: iso(at), n, p50Ms, p95Ms, p99Ms };
  });
}

/** Oldest first. */
export function markersOf(
  seen: readonly RowOfQuery<typeof firstSeen>[],
  alerts: readonly RowOfQuery<typeof alertsOfRange>[],
): LatencySeries['markers'] {
  return [
    ...seen.map(({ kind, agent_name: agent, value, first_at: at }) => ({ kind, label: `${agent} ${value}`, at })),
    ...alerts.map(({ rule, raised_at: at }) => ({ kind: 'alert' as const, label: rule, at })),
  ]
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, ...marker }) => ({ ...marker, at: iso(at) }));
}
