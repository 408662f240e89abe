import { z } from 'zod';
import { count, label, ms } from './common.ts';

export const connectionSides = ['agent', 'caller'] as const;

export const connectionSampled = z.looseObject({
  /** At whose end it was measured; the agent's unless said otherwise. */
  side: z.enum(connectionSides).optional(),
  quality: z.enum(['excellent', 'good', 'poor', 'lost', 'unknown']),
  packetLossPercent: z.number().nullable(),
  jitterMs: ms.nullable(),
  rttMs: ms.nullable(),
  bytesIn: count.nullable(),
  bytesOut: count.nullable(),
  reconnections: count,
  last: z.boolean().optional(),
});

export const errorRaised = z.looseObject({
  source: z.enum(['stt', 'llm', 'tts', 'realtime', 'tool', 'transport', 'session', 'collector']),
  message: z.string().max(2000),
  recoverable: z.boolean(),
  label: label.optional(),
  statusCode: z.int().optional(),
});

/** A fallback adapter changed what it uses: `from` became unavailable, or available again. */
export const fallbackSwitched = z.looseObject({
  kind: z.enum(['stt', 'llm', 'tts']),
  component: label,
  available: z.boolean(),
  /** What is used from now on, where the adapter says. */
  active: label.nullable(),
});
