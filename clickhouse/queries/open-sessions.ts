import { z } from 'zod';
import { defineQuery } from '../query.ts';

/** The collector's own interval, where no heartbeat has been read yet, ms. */
const DEFAULT_HEARTBEAT_MS = 5_000;

/**
 * Which calls may have lost their agent? The calls of all tenants that are open, with the last event of their
 * collectors; and those closed as lost (`revise`) of which later events are stored than the conclusion has read.
 */
export const openSessions = defineQuery({
  name: 'open-sessions',
  sql: `
    WITH candidates AS (
      SELECT tenant, call_id, status, started_at, heartbeat_ms, last_event_at, closing_event_id
      FROM sessions_v1 FINAL
      WHERE (status = 'active' OR end_reason = 'agent_lost')
        AND started_at >= fromUnixTimestamp64Milli({sinceMs:Int64}, 'UTC')
    )
    SELECT
      candidates.tenant AS tenant,
      candidates.call_id AS call_id,
      candidates.status = 'ended' AS revise,
      if(candidates.heartbeat_ms = 0, {defaultHeartbeatMs:UInt32}, candidates.heartbeat_ms) AS heartbeat_ms,
      candidates.closing_event_id AS closing_event_id,
      toUnixTimestamp64Milli(candidates.started_at) AS started_at,
      toUnixTimestamp64Milli(seen.last_broker_at) AS last_broker_at,
      toUnixTimestamp64Milli(seen.last_at) AS last_at,
      seen.last_event_id AS last_event_id
    FROM candidates
    INNER JOIN (
      SELECT
        tenant,
        call_id,
        max(broker_at) AS last_broker_at,
        argMax(at, (broker_at, ifNull(seq, 0))) AS last_at,
        argMax(event_id, (broker_at, ifNull(seq, 0))) AS last_event_id
      FROM events_v1
      WHERE producer_kind = 'collector' AND (tenant, call_id) IN (SELECT tenant, call_id FROM candidates)
      GROUP BY tenant, call_id
    ) AS seen ON seen.tenant = candidates.tenant AND seen.call_id = candidates.call_id
    WHERE candidates.status = 'active' OR seen.last_broker_at > candidates.last_event_at
    ORDER BY tenant, call_id`,
  params: z.object({
    /** Only calls that started then or later, epoch ms. */
    sinceMs: z.int().default(0),
    defaultHeartbeatMs: z.int().default(DEFAULT_HEARTBEAT_MS),
  }),
  row: z.object({
    tenant: z.string(),
    call_id: z.string(),
    revise: z.coerce.boolean(),
    heartbeat_ms: z.number(),
    /** Event that closed the call, empty while it is open. */
    closing_event_id: z.string(),
    started_at: z.number(),
    /** Broker's time of the collector's last event, which silence is judged by. */
    last_broker_at: z.number(),
    /** The collector's own time of it. */
    last_at: z.number(),
    last_event_id: z.string(),
  }),
});
