import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { oneCall } from '../scope.ts';

/** Which facts are stored of a call? In the order in which they happened; each event once. Who read it is none. */
export const callFacts = defineQuery({
  name: 'call-facts',
  sql: `
    SELECT
      event_id,
      payload,
      toUnixTimestamp64Milli(at) AS at,
      at_stated,
      toUnixTimestamp64Milli(broker_at) AS broker_at
    FROM events_v1 FINAL
    WHERE tenant = {tenant:String} AND call_id = {callId:String} AND producer_kind != 'api'
    ORDER BY at, producer_kind, producer_instance, seq, event_id`,
  params: oneCall,
  row: z.object({
    event_id: z.string(),
    payload: z.string(),
    at: z.number(),
    /** What the producer stated, where it cannot be true. */
    at_stated: z.number().nullable(),
    broker_at: z.number(),
  }),
});
