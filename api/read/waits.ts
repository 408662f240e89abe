import type { Store } from '../../clickhouse/client.ts';
import type { CallFilter } from '../../clickhouse/filter.ts';
import { latencyOfRange } from '../../clickhouse/queries/latency-of-range.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { bucketOf } from './series.ts';

type Rows = RowOfQuery<typeof latencyOfRange>[];

/** What callers waited in a range: a row for each basis, and for each basis and bucket. */
export type Waits = {
  range: Rows;
  /** In the period of the same length before it. */
  before: Rows;
  buckets: Rows;
};

/** Asked for by the numbers of a range and by its chart: in the same moment the store is asked once. */
export async function readWaits(store: Store, range: Required<CallFilter>, targetMs: number): Promise<Waits> {
  const { fromMs, toMs } = range;
  const rows = await store.run(latencyOfRange, {
    ...range,
    fromMs: Math.max(0, fromMs - (toMs - fromMs)),
    splitMs: fromMs,
    bucketMs: bucketOf(range),
    targetMs,
  });
  const of = (span: Rows[number]['span']) => rows.filter((row) => row.span === span);
  return { range: of('range'), before: of('before'), buckets: of('bucket') };
}
