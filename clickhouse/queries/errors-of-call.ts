import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { oneCall } from '../scope.ts';

/** What went wrong in a call? Oldest first. */
export const errorsOfCall = defineQuery({
  name: 'errors-of-call',
  sql: `
    SELECT kind, source, recoverable, toUnixTimestamp64Milli(at) AS at
    FROM errors_v1 FINAL
    WHERE tenant = {tenant:String} AND call_id = {callId:String}
    ORDER BY at, event_id`,
  params: oneCall,
  row: z.object({
    kind: z.enum(['error', 'fallback', 'degraded']),
    source: z.string(),
    recoverable: z.boolean(),
    at: z.number(),
  }),
});
