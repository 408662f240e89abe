import { z } from 'zod';
import { defineQuery } from '../query.ts';

/** Rows become visible a moment after their `inserted_at`: a poll starts so much before its cursor, ms. */
export const TAIL_OVERLAP_MS = 5_000;

const DEFAULT_LIMIT = 1_000;

/**
 * What was stored since? A poll starts at its cursor less the overlap with no event id and goes on after the last row
 * while pages are full; readers drop the event ids that they have seen.
 */
export const eventsTail = defineQuery({
  name: 'events-tail',
  sql: `
    SELECT
      call_id, event_id, type, seq, payload,
      toUnixTimestamp64Milli(at) AS at,
      toUnixTimestamp64Milli(inserted_at) AS inserted_at
    FROM events_v1
    WHERE tenant = {tenant:String}
      AND ({callId:String} = '' OR call_id = {callId:String})
      AND (empty({types:Array(String)}) OR type IN {types:Array(String)})
      AND at >= fromUnixTimestamp64Milli({happenedSinceMs:Int64}, 'UTC')
      AND inserted_at >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC')
      AND (inserted_at, event_id) > (fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC'), {afterEventId:String})
    ORDER BY inserted_at, event_id
    LIMIT {limit:UInt32}`,
  params: z.object({
    tenant: z.string().min(1),
    /** Only this call; all when empty. */
    callId: z.string().default(''),
    /** Only these types; all when empty. */
    types: z.array(z.string()).default([]),
    /** Only what happened then or later, epoch ms: what a spool kept for days is no news, and months are left unread. */
    happenedSinceMs: z.int().default(0),
    /** Epoch ms by the store's clock. */
    fromMs: z.int(),
    afterEventId: z.string().default(''),
    limit: z.int().min(1).max(10_000).default(DEFAULT_LIMIT),
  }),
  row: z.object({
    call_id: z.string(),
    event_id: z.string(),
    type: z.string(),
    /** Of its producer; null where that does not count. */
    seq: z.number().nullable(),
    payload: z.string(),
    at: z.number(),
    inserted_at: z.number(),
  }),
});
