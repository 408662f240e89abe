import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { callScope, inScope } from '../scope.ts';

/** How did messages reach people? One row an attempt, oldest first. */
export const deliveries = defineQuery({
  name: 'deliveries',
  sql: `
    SELECT
      call_id, rule, kind, alert_id, attempt, destination, state, possibly_repeated,
      toUnixTimestamp64Milli(requested_at) AS requested_at,
      toUnixTimestamp64Milli(answered_at) AS answered_at,
      status, error, text
    FROM deliveries_v1 FINAL
    WHERE tenant = {tenant:String} AND ${inScope}
    ORDER BY requested_at, alert_id, attempt`,
  params: callScope,
  row: z.object({
    call_id: z.string(),
    rule: z.string(),
    kind: z.enum(['alert', 'correction']),
    alert_id: z.string(),
    attempt: z.number(),
    destination: z.enum(['slack_webhook', 'slack_bot', 'printed']),
    state: z.enum(['sent', 'failed', 'retrying']),
    /** An earlier request may have arrived; the message said so. */
    possibly_repeated: z.boolean(),
    requested_at: z.number(),
    answered_at: z.number().nullable(),
    status: z.number().nullable(),
    error: z.string(),
    /** As it was sent: redacted, with name and company. */
    text: z.string(),
  }),
});
