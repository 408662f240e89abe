import { z } from 'zod';
import { callFilter, turnsInRange } from '../filter.ts';
import { percentileColumns, percentileRow } from '../percentiles.ts';
import { defineQuery } from '../query.ts';

/**
 * What did callers wait in a range, over its time, and before it? For each basis one row a period and one a bucket; turns
 * without a heard latency have none, so the excluded ones stand in rows of their own. One reading of the turns, because to
 * find them is most of the work.
 */
export const latencyOfRange = defineQuery({
  name: 'latency-of-range',
  sql: `
    SELECT
      if(grouping(at) = 1, if(before, 'before', 'range'), 'bucket') AS span,
      started_at < fromUnixTimestamp64Milli({splitMs:Int64}, 'UTC') AS before,
      if(before, 0, intDiv(toUnixTimestamp64Milli(started_at), {bucketMs:Int64}) * {bucketMs:Int64}) AS at,
      toString(heard_basis) AS basis,
      ${percentileColumns('heard_ms')},
      countIf(excluded = '' AND heard_ms > {targetMs:Float64}) AS above_turns,
      sumIf(greatest(0, ifNull(heard_ms, 0) - {targetMs:Float64}), excluded = '') AS above_ms
    FROM (${turnsInRange})
    GROUP BY GROUPING SETS ((before, basis), (at, basis))
    HAVING span != 'bucket' OR at > 0
    ORDER BY span, at, n DESC, basis`,
  params: callFilter.extend({
    /** Where the period before ends and the range begins, epoch ms. */
    splitMs: z.int(),
    /** Buckets of the range start at multiples of it. */
    bucketMs: z.int().min(1),
    targetMs: z.number(),
  }),
  row: percentileRow.extend({
    span: z.enum(['range', 'before', 'bucket']),
    /** Start of the bucket, epoch ms; 0 for a period. */
    at: z.number(),
    basis: z.string(),
    above_turns: z.number(),
    above_ms: z.number(),
  }),
});
