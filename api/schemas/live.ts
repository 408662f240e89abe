import { z } from '@hono/zod-openapi';
import { alert } from './alerts.ts';
import { callSummary, signal, turn } from './calls.ts';
import { ms, time } from './common.ts';

/** A call that goes on, with what its row on the Live page needs from the start. */
export const liveCall = callSummary
  .extend({
    agentState: z.enum(['initializing', 'idle', 'listening', 'thinking', 'speaking']).nullable(),
    callerState: z.enum(['speaking', 'listening', 'away']).nullable(),
    lastCallerText: z.string().nullable(),
    lastAgentText: z.string().nullable(),
    /** Newest last, at most 20. */
    heardMs: z.array(z.object({ turn: z.number().int(), heardMs: ms.nullable() })),
    signals: z.array(signal.pick({ name: true, value: true, at: true })),
    raisedBy: z.string().nullable().openapi({ description: 'The signal that raised the score last' }),
  })
  .openapi('LiveCall');

/** What `GET /v1/live` sends: the name of the SSE event, and its data as JSON. Every one may come twice. */
export const liveEvents = {
  /** The whole state of a call; the first to come after connecting, one for each that goes on or ended a minute ago. */
  call: liveCall,
  /** Words as they come: interim or committed. */
  words: z.object({
    callId: z.string(),
    role: z.enum(['user', 'assistant']),
    text: z.string(),
    final: z.boolean(),
    at: time,
  }),
  state: z.object({ callId: z.string(), who: z.enum(['agent', 'caller']), state: z.string(), at: time }),
  turn: turn.pick({ turn: true, heardMs: true, cause: true, excluded: true }).extend({ callId: z.string() }),
  signal: signal.pick({ name: true, value: true, at: true, quote: true }).extend({ callId: z.string() }),
  score: z.object({
    callId: z.string(),
    score: z.number().nullable(),
    hot: z.boolean(),
    raisedBy: z.string().nullable(),
  }),
  alert: alert.omit({ deliveries: true }),
  /** Every 2 s: the strip of the Live page and the pipeline's lag. */
  pulse: z.object({
    at: time,
    callsNow: z.number().int(),
    heardP95Ms: ms.nullable(),
    heardN: z.number().int(),
    errors: z.number().int(),
    hotToday: z.number().int().openapi({ description: 'People whose latest call of the last 24 hours is hot' }),
    lagMs: ms.nullable().openapi({ description: 'Age of the oldest event not yet stored; 0 none, null no sample' }),
  }),
} as const;
export type LiveEventName = keyof typeof liveEvents;
export type LiveEvent<Name extends LiveEventName = LiveEventName> = z.infer<(typeof liveEvents)[Name]>;
