import { z } from 'zod';
import { callFilter, heardInRange } from '../filter.ts';
import { percentileColumns, percentileRow } from '../percentiles.ts';
import { defineQuery } from '../query.ts';

/** How did the wait go over time? One row a bucket and basis in which somebody was heard; buckets start at multiples. */
export const latencySeries = defineQuery({
  name: 'latency-series',
  sql: `
    SELECT
      intDiv(toUnixTimestamp64Milli(started_at), {bucketMs:Int64}) * {bucketMs:Int64} AS at,
      toString(heard_basis) AS basis,
      ${percentileColumns('heard_ms')}
    FROM (${heardInRange})
    GROUP BY at, basis
    ORDER BY at, basis`,
  params: callFilter.extend({ bucketMs: z.int().min(1) }),
  row: percentileRow.extend({ at: z.number(), basis: z.string() }),
});
