import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { oneCall } from '../scope.ts';

/** Both sides of a call of many hours. */
const MOST = 20_000;

/** How was the connection through a call? What each side measured, oldest first. */
export const connectionOfCall = defineQuery({
  name: 'connection-of-call',
  sql: `
    SELECT
      side, quality, packet_loss_percent, jitter_ms, rtt_ms, bytes_in, bytes_out, reconnections,
      toUnixTimestamp64Milli(at) AS at
    FROM quality_samples_v1 FINAL
    WHERE tenant = {tenant:String} AND call_id = {callId:String}
    ORDER BY at, event_id
    LIMIT ${MOST}`,
  params: oneCall,
  row: z.object({
    side: z.enum(['agent', 'caller']),
    quality: z.enum(['excellent', 'good', 'poor', 'lost', 'unknown']),
    packet_loss_percent: z.number().nullable(),
    jitter_ms: z.number().nullable(),
    rtt_ms: z.number().nullable(),
    bytes_in: z.number().nullable(),
    bytes_out: z.number().nullable(),
    reconnections: z.number(),
    at: z.number(),
  }),
});
