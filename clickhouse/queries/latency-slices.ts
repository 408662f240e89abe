import { z } from 'zod';
import { callFilter, turnsInRange } from '../filter.ts';
import { percentileColumns, percentileRow } from '../percentiles.ts';
import { defineQuery } from '../query.ts';

export const slicings = ['agent', 'version', 'model', 'region', 'channel'] as const;

/** Which slice of the calls waits longest? One row a value and basis; an unknown value is empty. */
export const latencySlices = defineQuery({
  name: 'latency-slices',
  sql: `
    SELECT
      toString(multiIf(
        {by:String} = 'agent', agent_name,
        {by:String} = 'version', agent_version,
        {by:String} = 'model', llm_model,
        {by:String} = 'region', region,
        channel)) AS value,
      toString(heard_basis) AS basis,
      ${percentileColumns('heard_ms')},
      sumIf(greatest(0, ifNull(heard_ms, 0) - {targetMs:Float64}), excluded = '') AS above_ms
    FROM (${turnsInRange})
    GROUP BY value, basis
    ORDER BY value, basis`,
  params: callFilter.extend({ by: z.enum(slicings), targetMs: z.number() }),
  row: percentileRow.extend({ value: z.string(), basis: z.string(), above_ms: z.number() }),
});
