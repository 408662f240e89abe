import { z } from 'zod';
import { defineQuery } from '../query.ts';

/** Which events of these calls could ingest not understand? With those that were sent again since; in no order. */
export const unreadEventsOfCalls = defineQuery({
  name: 'unread-events-of-calls',
  sql: `
    SELECT call_id, event_id, producer_kind, producer_instance, seq, toUnixTimestamp64Milli(at) AS at
    FROM dead_letters_v1 FINAL
    WHERE tenant = {tenant:String} AND call_id IN {callIds:Array(String)} AND stage = 'ingest'`,
  params: z.object({ tenant: z.string().min(1), callIds: z.array(z.string()).default([]) }),
  row: z.object({
    call_id: z.string(),
    event_id: z.string(),
    producer_kind: z.string(),
    producer_instance: z.string(),
    seq: z.number().nullable(),
    at: z.number(),
  }),
});
