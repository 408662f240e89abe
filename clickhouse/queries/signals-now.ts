import { z } from 'zod';
import { defineQuery } from '../query.ts';

/** Which signals are known in these calls? The newest of each name, in the order in which they were recorded. */
export const signalsNow = defineQuery({
  name: 'signals-now',
  sql: `
    SELECT call_id, name, argMax(value, at) AS value, toUnixTimestamp64Milli(max(at)) AS at
    FROM signals_v1
    WHERE tenant = {tenant:String} AND call_id IN {callIds:Array(String)}
    GROUP BY call_id, name
    ORDER BY call_id, max(at)`,
  params: z.object({ tenant: z.string().min(1), callIds: z.array(z.string()).default([]) }),
  row: z.object({
    call_id: z.string(),
    name: z.string(),
    /** As JSON. */
    value: z.string(),
    at: z.number(),
  }),
});
