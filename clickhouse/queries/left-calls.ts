import { z } from 'zod';
import { defineQuery } from '../query.ts';

/**
 * Whose agent has left the room without a word of the end? Calls of all tenants of which that was stored a moment ago, with
 * the last event of their collectors. An agent that came back did not leave.
 */
export const leftCalls = defineQuery({
  name: 'left-calls',
  sql: `
    WITH signalled AS (
      SELECT DISTINCT tenant, call_id FROM events_v1
      WHERE inserted_at >= now64(3) - toIntervalMillisecond({storedWithinMs:UInt32})
        AND type IN ('participant.left', 'room.finished') AND NOT startsWith(call_id, 'room-')
    )
    SELECT
      tenant, call_id,
      toUnixTimestamp64Milli(maxIf(broker_at, decides)) AS left_broker_at,
      toUnixTimestamp64Milli(argMaxIf(at, broker_at, decides)) AS left_at,
      argMaxIf(event_id, broker_at, decides) AS left_event_id,
      toUnixTimestamp64Milli(maxIf(broker_at, seen)) AS last_broker_at,
      toUnixTimestamp64Milli(argMaxIf(at, (broker_at, ifNull(seq, 0)), seen)) AS last_at,
      argMaxIf(event_id, (broker_at, ifNull(seq, 0)), seen) AS last_event_id,
      argMaxIf(JSONExtractString(payload, 'data', 'lastEventId'), broker_at, type = 'call.ended') AS closed_after
    FROM (
      SELECT
        *,
        producer_kind = 'collector' AS seen,
        if(startsWith(type, 'participant.'), JSONExtractString(payload, 'data', 'role'), '') AS role,
        type = 'room.finished' OR (type = 'participant.left' AND role = 'agent') AS decides
      FROM events_v1
      WHERE (tenant, call_id) IN (SELECT tenant, call_id FROM signalled)
    )
    GROUP BY tenant, call_id
    HAVING countIf(decides) > 0
      AND countIf(type = 'call.ended' AND producer_kind != 'worker') = 0
      AND maxIf(broker_at, decides) > maxIf(broker_at, type = 'participant.joined' AND role = 'agent')
    ORDER BY tenant, call_id`,
  params: z.object({ storedWithinMs: z.int().min(0).default(0) }),
  row: z.object({
    tenant: z.string(),
    call_id: z.string(),
    /** When the broker stored that the agent left, or that the room is closed; and when it happened. */
    left_broker_at: z.number(),
    left_at: z.number(),
    left_event_id: z.string(),
    /** Of the collector's last event; 1970 and empty without any. */
    last_broker_at: z.number(),
    last_at: z.number(),
    last_event_id: z.string(),
    /** The event after which the call was closed already; empty while it is open. */
    closed_after: z.string(),
  }),
});
