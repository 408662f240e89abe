import { z } from 'zod';
import { token } from '../../events/ids.ts';

/** A scored signal as it stood when something was said of it. Texts are cut, not redacted: that is for whoever sends. */
const reason = z.object({
  signal: z.string(),
  value: z.unknown(),
  points: z.number(),
  maxPoints: z.number(),
  quote: z.string().nullable(),
  /** Event that recorded it. */
  eventId: z.string(),
});
export type Reason = z.infer<typeof reason>;

const standing = z.object({
  /** 0-100; null when no scored signal is known any more. */
  score: z.number().nullable(),
  tier: z.enum(['tier_1', 'tier_2', 'none']),
  hot: z.boolean(),
});
export type Standing = z.infer<typeof standing>;

const change = z.object({
  signal: z.string(),
  /** Null: not known then. */
  before: z.unknown(),
  after: z.unknown(),
  points: z.number(),
  quote: z.string().nullable(),
});
export type Change = z.infer<typeof change>;

const common = {
  v: z.literal(1),
  id: z.string().min(1).max(400),
  tenant: token,
  call: token,
  rule: token,
  raisedAtMs: z.number(),
  /** Distinct events and dead letters that the worker had read: who read fewer corrects nobody. */
  read: z.number(),
  /** Signal that lifted the score over the threshold; of a correction, what closed the call. */
  causedBy: z.object({ eventId: z.string(), atMs: z.number() }),
  /** The cause was older than a few minutes when it was raised; whoever sends it looks again. */
  late: z.boolean(),
  /** False when the call had ended by then. */
  live: z.boolean(),
  personKey: z.string(),
  who: z.object({ name: z.string(), company: z.string() }),
  agent: z.string(),
  standing,
  /** Those that give points first, then the others that are known. */
  reasons: z.array(reason),
  nextStep: z.string(),
  /** `no_agent` only: how long the caller had waited. */
  waitedMs: z.number().optional(),
};

const alert = z.object({ kind: z.literal('alert'), ...common });
const correction = z.object({
  kind: z.literal('correction'),
  ...common,
  /** The alert that opened the thread. */
  alertId: z.string(),
  /** What was said last before: the alert, or an earlier correction. It is delivered first. */
  corrects: z.string(),
  before: standing,
  changed: z.array(change),
});

/** What lies in the outbox: said of a call once, delivered by whoever takes it. */
export const outboxMessage = z.discriminatedUnion('kind', [alert, correction]);
export type Alert = z.infer<typeof alert>;
export type Correction = z.infer<typeof correction>;
export type OutboxMessage = z.infer<typeof outboxMessage>;
