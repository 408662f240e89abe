import { z } from 'zod';
import { callFilter, turnsInRange } from '../filter.ts';
import { percentileColumns, percentileRow } from '../percentiles.ts';
import { defineQuery } from '../query.ts';

/**
 * What did callers wait in a range, and before it? One row a period and basis; turns without a heard latency have none,
 * so the excluded ones stand in rows of their own.
 */
export const latencyOfRange = defineQuery({
  name: 'latency-of-range',
  sql: `
    SELECT
      started_at < fromUnixTimestamp64Milli({splitMs:Int64}, 'UTC') AS before,
      toString(heard_basis) AS basis,
      ${percentileColumns('heard_ms')},
      countIf(excluded = '' AND heard_ms > {targetMs:Float64}) AS above_turns,
      sumIf(greatest(0, ifNull(heard_ms, 0) - {targetMs:Float64}), excluded = '') AS above_ms
    FROM (${turnsInRange})
    GROUP BY before, basis
    ORDER BY before, n DESC, basis`,
  params: callFilter.extend({
    /** Where the period before ends and the range begins, epoch ms. */
    splitMs: z.int(),
    targetMs: z.number(),
  }),
  row: percentileRow.extend({
    before: z.coerce.boolean(),
    basis: z.string(),
    above_turns: z.number(),
    above_ms: z.number(),
  }),
});
