import { z } from '@hono/zod-openapi';
import { ms, time } from './common.ts';

export const delivery = z.object({
  destination: z.enum(['slack_webhook', 'slack_bot', 'printed']),
  state: z.enum(['sent', 'failed', 'retrying']),
  attempt: z.number().int(),
  possiblyRepeated: z.boolean(),
  requestedAt: time,
  error: z.string().nullable(),
});

/** A firing or its correction, with every attempt to deliver it. */
export const alert = z
  .object({
    callId: z.string(),
    rule: z.string(),
    kind: z.enum(['alert', 'correction']),
    raisedAt: time,
    /** From the caller's sentence to the first request. */
    delayMs: ms.nullable(),
    late: z.boolean(),
    score: z.number().int().nullable(),
    text: z.string(),
    deliveries: z.array(delivery),
  })
  .openapi('Alert');
export const alerts = z.object({ items: z.array(alert) });
