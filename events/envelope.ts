import { z } from 'zod';
import { producerKinds, token } from './ids.ts';

/** The version of the contract. Optional fields and new types do not raise it; only a breaking change does. */
export const VERSION = 1;

/** No event is larger on the wire; the broker refuses more. */
export const MAX_EVENT_BYTES = 256 * 1024;

export const producer = z.looseObject({
  kind: z.enum(producerKinds),
  /** Random per start for collectors and pages; a stable name for the others. */
  instance: token,
  /** From 1, without a hole, over all events of this producer in this call. */
  seq: z.int().positive().optional(),
});
export type Producer = z.infer<typeof producer>;

/** What frames every event. Unknown fields are kept. */
export const envelope = z.looseObject({
  v: z.literal(VERSION),
  id: z.string().min(1).max(400),
  type: z.string().regex(/^[a-z]+(\.[a-z_]+)+$/, 'must look like item.committed'),
  tenant: token,
  call: token,
  producer,
  /** Epoch ms on the producer's one clock (wall time at its start plus monotonic offset); may have a fraction. */
  at: z.number(),
  /** False: a better copy of the same fact will follow (a live span before its report). */
  final: z.boolean().optional(),
  /** Facts read from a trace only: ties a measurement to its answer, whose span comes later and names the speech. */
  span: z.looseObject({ traceId: z.string(), id: z.string(), parentId: z.string().optional() }).optional(),
  data: z.looseObject({}),
});
export type Envelope = z.infer<typeof envelope>;
