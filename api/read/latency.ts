import type { latencySlices } from '../../clickhouse/queries/latency-slices.ts';
import type { measuresOfRange } from '../../clickhouse/queries/measures-of-range.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { groupBy } from '../../lib/group.ts';
import type { LatencySlices, LatencySummary } from '../types.ts';
import { mostUsedBasis, percentilesOf, percentilesOfBasis } from './percentiles.ts';
import { iso } from './times.ts';
import type { Waits } from './waits.ts';

export function latencySummaryOf(rows: {
  waits: Waits;
  measures: readonly RowOfQuery<typeof measuresOfRange>[];
  fromMs: number;
  toMs: number;
  targetMs: number;
}): LatencySummary {
  const { range, before } = rows.waits;
  const basis = mostUsedBasis(range);
  const heard = percentilesOfBasis(range, basis);
  const earlier = percentilesOfBasis(before, basis);
  const above = range.find((row) => row.basis === basis);
  return {
    from: iso(rows.fromMs),
    to: iso(rows.toMs),
    targetMs: rows.targetMs,
    basis: basis ?? '',
    bases: range.filter(({ n }) => n > 0).map(({ basis, n }) => ({ basis, n })),
    heard,
    change: {
      p50: changeOf(heard.p50Ms, earlier.p50Ms),
      p95: changeOf(heard.p95Ms, earlier.p95Ms),
      p99: changeOf(heard.p99Ms, earlier.p99Ms),
    },
    measures: rows.measures.map((row) => ({ measure: row.measure, percentiles: percentilesOf(row) })),
    aboveTarget: { turns: above?.above_turns ?? 0, ms: above?.above_ms ?? 0 },
  };
}

/** Percent; null where either is unknown or nothing was waited before. */
function changeOf(now: number | null, before: number | null): number | null {
  return now === null || before === null || before === 0 ? null : (100 * (now - before)) / before;
}

/** The slice that owns most of the time above the target first, of equal ones the slower. */
export function slicesOf(rows: readonly RowOfQuery<typeof latencySlices>[]): LatencySlices['rows'] {
  const basis = mostUsedBasis(rows);
  const slices = [...groupBy(rows, ({ value }) => value)].map(([value, own]) => ({
    value,
    percentiles: percentilesOfBasis(own, basis),
    aboveTargetMs: own.find((row) => row.basis === basis)?.above_ms ?? 0,
  }));
  const total = slices.reduce((sum, { aboveTargetMs }) => sum + aboveTargetMs, 0);
  return slices
    .map((slice) => ({ ...slice, shareAboveTarget: total === 0 ? null : slice.aboveTargetMs / total }))
    .toSorted((a, b) => b.aboveTargetMs - a.aboveTargetMs || (b.percentiles.p95Ms ?? -1) - (a.percentiles.p95Ms ?? -1));
}
