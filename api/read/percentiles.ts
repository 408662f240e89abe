import type { PercentileRow } from '../../clickhouse/percentiles.ts';
import { groupBy } from '../../lib/group.ts';
import type { Percentiles } from '../types.ts';

type OfBasis = PercentileRow & { basis: string };

const NONE: PercentileRow = { n: 0, excluded: 0, p50_ms: null, p95_ms: null, p99_ms: null, max_ms: null };

/** Without a turn that counts nothing is known, whatever the store makes of no values. */
export function percentilesOf({ n, excluded, p50_ms, p95_ms, p99_ms, max_ms }: PercentileRow): Percentiles {
  const known = (value: number | null) => (n === 0 ? null : value);
  return { n, excluded, p50Ms: known(p50_ms), p95Ms: known(p95_ms), p99Ms: known(p99_ms), maxMs: known(max_ms) };
}

/** The basis that most turns of these rows have; bases are never mixed. Undefined when no turn has one. */
export function mostUsedBasis(rows: readonly { basis: string; n: number }[]): string | undefined {
  const totals = [...groupBy(rows, ({ basis }) => basis)].map(([basis, same]) => ({
    basis,
    n: same.reduce((sum, row) => sum + row.n, 0),
  }));
  const [most] = totals.filter(({ n }) => n > 0).toSorted((a, b) => b.n - a.n || (a.basis < b.basis ? -1 : 1));
  return most?.basis;
}

/** The percentiles of one basis. Turns that are excluded have no basis, and are counted to any. */
export function percentilesOfBasis(rows: readonly OfBasis[], basis: string | undefined): Percentiles {
  const row = rows.find((each) => each.basis === basis) ?? NONE;
  return percentilesOf({ ...row, excluded: rows.reduce((sum, { excluded }) => sum + excluded, 0) });
}
