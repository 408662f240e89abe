import { z } from 'zod';
import { defineQuery } from '../query.ts';

/** Which attempts to deliver a message were made last? Newest first. */
export const lastDeliveries = defineQuery({
  name: 'last-deliveries',
  sql: `
    SELECT
      call_id, rule, kind, attempt, destination, state, possibly_repeated, error,
      toUnixTimestamp64Milli(requested_at) AS requested_at
    FROM deliveries_v1 FINAL
    WHERE tenant = {tenant:String}
    ORDER BY deliveries_v1.requested_at DESC, alert_id, attempt DESC
    LIMIT {limit:UInt32}`,
  params: z.object({ tenant: z.string().min(1), limit: z.int().min(1).default(20) }),
  row: z.object({
    call_id: z.string(),
    rule: z.string(),
    kind: z.enum(['alert', 'correction']),
    attempt: z.number(),
    destination: z.enum(['slack_webhook', 'slack_bot', 'printed']),
    state: z.enum(['sent', 'failed', 'retrying']),
    possibly_repeated: z.boolean(),
    /** Empty when nothing was wrong. */
    error: z.string(),
    requested_at: z.number(),
  }),
});
