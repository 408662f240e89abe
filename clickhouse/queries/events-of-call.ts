import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { oneCall } from '../scope.ts';

/** What was published of a call? A page of raw events, oldest first, that goes on after an event. */
export const eventsOfCall = defineQuery({
  name: 'events-of-call',
  sql: `
    SELECT
      event_id, type, payload,
      toUnixTimestamp64Milli(at) AS at,
      toUnixTimestamp64Milli(inserted_at) AS inserted_at
    FROM events_v1 FINAL
    WHERE tenant = {tenant:String} AND call_id = {callId:String}
      AND (at, event_id) > (fromUnixTimestamp64Milli({afterAt:Int64}, 'UTC'), {afterEventId:String})
    ORDER BY at, event_id
    LIMIT {limit:UInt32}`,
  params: oneCall.extend({
    /** Of the last event of the page before, epoch ms. */
    afterAt: z.int().default(0),
    afterEventId: z.string().default(''),
    limit: z.int().min(1),
  }),
  row: z.object({
    event_id: z.string(),
    type: z.string(),
    payload: z.string(),
    at: z.number(),
    inserted_at: z.number(),
  }),
});
