import { z } from 'zod';
import { defineQuery } from '../query.ts';

/** What was found out in these calls? Every recording of a signal, oldest first. */
export const signalsOfCalls = defineQuery({
  name: 'signals-of-calls',
  sql: `
    SELECT call_id, name, value, replaced, item_id, quote, toUnixTimestamp64Milli(at) AS at
    FROM signals_v1 FINAL
    WHERE tenant = {tenant:String} AND call_id IN {callIds:Array(String)}
    ORDER BY call_id, at, event_id`,
  params: z.object({ tenant: z.string().min(1), callIds: z.array(z.string()) }),
  row: z.object({
    call_id: z.string(),
    name: z.string(),
    /** As JSON; null takes the signal back. */
    value: z.string(),
    /** As JSON, empty when it was the first. */
    replaced: z.string(),
    item_id: z.string(),
    quote: z.string(),
    at: z.number(),
  }),
});
