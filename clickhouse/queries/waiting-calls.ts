import { z } from 'zod';
import { defineQuery } from '../query.ts';

/** Which callers have just begun to wait for an agent? Of all tenants, as concluded a moment ago. */
export const waitingCalls = defineQuery({
  name: 'waiting-calls',
  sql: `
    SELECT
      tenant, call_id,
      toUnixTimestamp64Milli(argMax(started_at, version)) AS started_at,
      toUnixTimestamp64Milli(argMax(last_event_at, version)) AS last_broker_at
    FROM sessions_v1
    WHERE inserted_at >= now64(3) - toIntervalMillisecond({storedWithinMs:UInt32}) AND startsWith(call_id, 'room-')
    GROUP BY tenant, call_id
    HAVING argMax(waiting, version) AND NOT argMax(listed, version)
    ORDER BY tenant, call_id`,
  params: z.object({ storedWithinMs: z.int().min(0).default(0) }),
  row: z.object({
    tenant: z.string(),
    call_id: z.string(),
    /** When the caller came, by LiveKit's clock. */
    started_at: z.number(),
    /** When the broker stored the newest that is known of it. */
    last_broker_at: z.number(),
  }),
});
