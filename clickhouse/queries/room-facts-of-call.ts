import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { oneCall } from '../scope.ts';

/** Who came into the room of a call and left it, and when was it opened and closed? In the order in which it was told. */
export const roomFactsOfCall = defineQuery({
  name: 'room-facts-of-call',
  sql: `
    SELECT
      type,
      JSONExtractString(payload, 'data', 'role') AS role,
      JSONExtractString(payload, 'data', 'reason') AS reason,
      toUnixTimestamp64Milli(at) AS at
    FROM events_v1 FINAL
    WHERE tenant = {tenant:String} AND call_id = {callId:String} AND producer_kind IN ('webhook', 'worker')
      AND type IN ('room.started', 'room.finished', 'participant.joined', 'participant.left', 'agent.awaited')
    ORDER BY broker_at, event_id`,
  params: oneCall,
  row: z.object({
    type: z.enum(['room.started', 'room.finished', 'participant.joined', 'participant.left', 'agent.awaited']),
    /** caller, agent or other; empty where nobody came or went. */
    role: z.string(),
    /** Why he left, as LiveKit says. */
    reason: z.string(),
    at: z.number(),
  }),
});
