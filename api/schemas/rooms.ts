import { z } from '@hono/zod-openapi';
import { connectionSides } from '../../events/types/connection.ts';
import { ms, time } from './common.ts';

const text = z.string().trim().min(1).max(200);

export const webCallRequest = z
  .strictObject({
    agent: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,64}(@\d{1,9})?$/, 'must look like name or name@version')
      .optional()
      .openapi({ description: 'Configuration of the agent, `name` or `name@version`', example: 'ada' }),
    name: text.optional(),
    email: z.email().max(200).optional(),
    company: text.optional(),
  })
  .openapi('WebCallRequest');

export const idempotencyKey = z.string().min(1).max(200).openapi({
  description: 'The same request with the same key, sent again, has the same answer while its token lasts',
});

/** How a caller's browser gets into a room. */
export const webCall = z
  .object({
    url: z.string().openapi({ description: 'Address of the LiveKit server' }),
    token: z.string().openapi({ description: 'Opens this one room; also authenticates the reports from it' }),
    room: z.string(),
    identity: z.string(),
    reportUrl: z.string().openapi({ description: 'Where the page reports what only it knows' }),
    expiresAt: time.openapi({ description: 'Until then the room must be joined' }),
  })
  .openapi('WebCall');

/** Facts of one page in one call; a call lasts no longer than this many. */
export const MOST_PAGE_FACTS = 5_000;
const MOST_FACTS = 50;
const MOST_WAIT_MS = 60_000;

const seq = z.int().min(1).max(MOST_PAGE_FACTS);
const moment = z.number().min(0).max(8.64e15);
const framed = { seq, at: moment };
const measured = (most: number) => z.number().min(0).max(most).nullable();
const bytes = z.int().min(0).nullable();

const heard = z
  .strictObject({ heardMs: z.number().min(0).max(MOST_WAIT_MS), stoppedAtMs: moment, startedAtMs: moment })
  .refine(({ stoppedAtMs, startedAtMs }) => Math.abs(startedAtMs - stoppedAtMs) <= MOST_WAIT_MS, {
    path: ['startedAtMs'],
    message: 'must lie within a minute of stoppedAtMs',
  });

const sample = z.strictObject({
  side: z.literal('caller').optional(),
  quality: z.enum(['excellent', 'good', 'poor', 'lost', 'unknown']),
  packetLossPercent: measured(100),
  jitterMs: measured(MOST_WAIT_MS),
  rttMs: measured(MOST_WAIT_MS),
  bytesIn: bytes,
  bytesOut: bytes,
  reconnections: z.int().min(0).max(10_000),
  last: z.boolean().optional(),
});

const reported = z.discriminatedUnion('type', [
  z.strictObject({ ...framed, type: z.literal('page.heard'), data: heard }),
  z.strictObject({ ...framed, type: z.literal('connection.sampled'), data: sample }),
  z.strictObject({
    ...framed,
    type: z.literal('producer.closed'),
    data: z.strictObject({ lastSeq: seq, by: z.literal('self') }),
  }),
]);
export type Reported = z.infer<typeof reported>;

/** What only the caller's side knows. It is a caller's input: bounded, and no text of his. */
export const pageReport = z
  .strictObject({
    instance: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,64}$/)
      .openapi({ description: 'Random per load of the page; numbers its facts from 1, without a hole' }),
    sentAt: moment.optional().openapi({
      description: "The page's clock when it sends this, epoch ms: what the clock is wrong by is taken out",
    }),
    facts: z.array(reported).min(1).max(MOST_FACTS),
  })
  .openapi('PageReport');
export const reportAccepted = z.object({ accepted: z.number().int() }).openapi('ReportAccepted');

const side = z.enum(connectionSides);
const quality = sample.shape.quality;

/** How the connection was, as the agent and the caller's page measured it. */
export const connection = z
  .object({
    samples: z.array(
      z.object({
        side,
        at: time,
        quality,
        packetLossPercent: z.number().nullable(),
        jitterMs: ms.nullable(),
        rttMs: ms.nullable(),
        bytesIn: z.number().nullable(),
        bytesOut: z.number().nullable(),
      }),
    ),
    changes: z.array(z.object({ side, at: time, from: quality, to: quality })),
    reconnections: z
      .object({ agent: z.number().int().nullable(), caller: z.number().int().nullable() })
      .openapi({ description: 'Null where that side told nothing' }),
  })
  .openapi('Connection');
