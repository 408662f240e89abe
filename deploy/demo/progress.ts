import { z } from 'zod';

const call = { call: z.string(), scenario: z.string() };

const outcome = z.looseObject({ durationMs: z.number(), end: z.looseObject({ reason: z.string() }) });

/** What a caller's process tells while the call goes on. */
export const progress = z.discriminatedUnion('phase', [
  z.looseObject({ phase: z.literal('ready'), ...call }),
  z.looseObject({ phase: z.literal('started'), ...call }),
  z.looseObject({
    phase: z.literal('speaking'),
    ...call,
    who: z.enum(['caller', 'agent']),
    text: z.string(),
    interrupted: z.boolean().optional(),
  }),
  z.looseObject({ phase: z.literal('signal'), ...call, name: z.string(), value: z.unknown() }),
  z.looseObject({ phase: z.literal('fallback'), ...call, component: z.string() }),
  z.looseObject({ phase: z.literal('ended'), ...call, outcome }),
  z.looseObject({ phase: z.literal('failed'), ...call, message: z.string() }),
]);
export type Progress = z.infer<typeof progress>;
