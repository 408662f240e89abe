import { z } from 'zod';
import { defineQuery } from '../query.ts';

/** How do these calls stand? The newest event of each of some types, with its payload; one row a call and type. */
export const liveStates = defineQuery({
  name: 'live-states',
  sql: `
    SELECT call_id, type, argMax(payload, at) AS payload, toUnixTimestamp64Milli(max(at)) AS at
    FROM events_v1
    WHERE tenant = {tenant:String} AND call_id IN {callIds:Array(String)} AND type IN {types:Array(String)} AND known
    GROUP BY call_id, type`,
  params: z.object({
    tenant: z.string().min(1),
    callIds: z.array(z.string()).default([]),
    types: z.array(z.string()).default([]),
  }),
  row: z.object({ call_id: z.string(), type: z.string(), payload: z.string(), at: z.number() }),
});
