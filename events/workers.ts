import { z } from 'zod';
import type { BucketPlan } from './buckets.ts';
import { token } from './ids.ts';

/** How often a worker says that it lives, ms. */
export const WORKER_BEAT_MS = 5_000;

/** One entry a worker; who missed three beats is gone. */
export const workersBucket = {
  name: 'workers',
  ttlMs: 3 * WORKER_BEAT_MS,
  why: 'signs of life of the workers',
} as const satisfies BucketPlan;

/** What a worker says of itself. Times are epoch ms. */
export const workerBeat = z.object({
  id: token,
  startedAt: z.number(),
  beatAt: z.number(),
  /** Messages taken and not yet acknowledged, all stages. */
  held: z.int().nonnegative(),
});
export type WorkerBeat = z.infer<typeof workerBeat>;

/** Where any worker sends a dead letter again on request. */
export const REDRIVE_SUBJECT = 'worker.redrive';
/** `seq` is the letter's place in the dead-letter stream. Only a letter of this tenant is sent. */
export const redriveRequest = z.object({ tenant: token, seq: z.int().positive() });
export const redriveReply = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), code: z.string(), message: z.string() }),
]);
