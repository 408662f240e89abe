import { z } from '@hono/zod-openapi';
import { delivery } from './alerts.ts';
import { who } from './calls.ts';
import { ms, pageOf, time } from './common.ts';

const part = z.object({ ok: z.boolean(), problem: z.string().nullable() });

/** Is anything lost, and where does it wait? */
export const pipeline = z
  .object({
    /** True only when the day's books balance and nothing is missing, dead or unknown. */
    nothingLost: z.boolean(),
    reasons: z.array(z.string()).openapi({ description: 'Why nothingLost is not true; empty when it is' }),
    lag: z.object({
      state: z.enum(['ok', 'no_sample']),
      oldestUnprocessedMs: ms.nullable().openapi({ description: '0 when nothing waits; null when nobody works' }),
      waiting: z.number().int().nullable(),
    }),
    stream: z
      .object({
        messages: z.number().int(),
        bytes: z.number().int(),
        firstAt: time.nullable(),
        lastAt: time.nullable(),
      })
      .nullable(),
    stages: z.array(
      z.object({
        name: z.string(),
        waiting: z.number().int(),
        inFlight: z.number().int(),
        redelivered: z.number().int(),
      }),
    ),
    rates: z
      .array(z.object({ at: time, stored: z.number().int(), reads: z.number().int() }))
      .openapi({ description: 'Events stored, by minute; `reads` of them say who read a call' }),
    booksToday: z.object({
      calls: z.number().int(),
      published: z.number().int().nullable(),
      stored: z.number().int(),
      deadLettered: z.number().int(),
      declaredGaps: z.number().int(),
      unknownProducers: z.number().int(),
      openProducers: z.number().int(),
      unbalancedCalls: z.array(z.string()),
      reads: z.number().int().openapi({
        description: 'In no books: entries of who read what was said in these calls. `stored` and these are all events',
      }),
    }),
    deadLetters: z.number().int(),
    spools: z.array(z.object({ callId: z.string(), agent: z.string(), waiting: z.number().int(), at: time })),
    broker: part,
    store: part.extend({ version: z.string().nullable(), upSince: time.nullable() }),
    workers: z.array(z.object({ id: z.string(), startedAt: time, lastSeenAt: time, held: z.number().int() })),
    deliveries: z.array(
      delivery.extend({ callId: z.string(), who: who.nullable(), rule: z.string(), kind: z.string() }),
    ),
  })
  .openapi('Pipeline');

export const deadLetter = z
  .object({
    seq: z.number().int(),
    eventId: z.string(),
    callId: z.string(),
    subject: z.string(),
    stage: z.string(),
    code: z.string(),
    field: z.string(),
    reason: z.string(),
    tries: z.number().int(),
    bytes: z.number().int(),
    at: time,
  })
  .openapi('DeadLetter');
export const deadLetterPage = pageOf(deadLetter);
/** With its bytes, as text where it is UTF-8. */
export const deadLetterDetail = deadLetter.extend({ body: z.string() }).openapi('DeadLetterDetail');
