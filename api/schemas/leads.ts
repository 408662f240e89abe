import { z } from '@hono/zod-openapi';
import { alert } from './alerts.ts';
import { callSummary, score, scoreLine } from './calls.ts';
import { pageOf, tier, time } from './common.ts';

export const lead = z
  .object({
    personKey: z.string(),
    name: z.string().nullable(),
    company: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    callId: z.string().openapi({ description: 'Latest call' }),
    callAt: time,
    calls: z.number().int(),
    onCall: z.boolean(),
    score: z.number().int().nullable(),
    tier,
    hot: z.boolean(),
    confidence: z.enum(['high', 'medium', 'low']).nullable(),
    /** What the score is made of, most points first: they sum to `sum`, of which the score is the share. */
    points: z.array(scoreLine.omit({ rule: true })),
    sum: z
      .object({ points: z.number(), maxPoints: z.number() })
      .nullable()
      .openapi({ description: 'score = points / maxPoints × 100, rounded; null without a score' }),
    nextStep: z.string().nullable(),
    alert: z.object({ sentAt: time.nullable(), state: z.enum(['sent', 'failed', 'retrying', 'printed']) }).nullable(),
    crmUrl: z.string().nullable(),
  })
  .openapi('Lead');
export const leadPage = pageOf(lead);

export const leadSummary = z
  .object({
    histogram: z.array(z.object({ from: z.number().int(), to: z.number().int(), leads: z.number().int() })),
    unscored: z.number().int(),
    funnel: z.array(z.object({ stage: z.enum(['calls', 'qualified', 'meeting']), calls: z.number().int() })),
    hotToday: z
      .array(lead)
      .openapi({ description: 'Ten best scores above 0 of the last 24 hours, whatever the range; without quotes' }),
  })
  .openapi('LeadSummary');

/** A person: all calls, newest first, and what changed from each to the next. */
export const leadHistory = z
  .object({
    lead,
    calls: z.array(
      z.object({
        call: callSummary,
        score: score.nullable(),
        changes: z.array(z.object({ signal: z.string(), before: z.unknown(), after: z.unknown() })),
      }),
    ),
    alerts: z.array(alert),
  })
  .openapi('LeadHistory');
