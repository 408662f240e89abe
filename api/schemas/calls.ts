import { z } from '@hono/zod-openapi';
import { money, ms, pageOf, percentiles, tier, time } from './common.ts';

export const who = z.object({
  personKey: z.string(),
  name: z.string().nullable(),
  company: z.string().nullable(),
});

/** One call in a list, and the head of its page. */
export const callSummary = z
  .object({
    callId: z.string(),
    who,
    agent: z.string(),
    agentVersion: z.string(),
    channel: z.string(),
    region: z.string(),
    models: z.object({ stt: z.string(), llm: z.string(), tts: z.string() }),
    status: z.enum(['active', 'ended']),
    waiting: z.boolean().openapi({ description: 'A caller is in a room that no agent has joined' }),
    startedAt: time,
    endedAt: time.nullable(),
    durationMs: ms.nullable(),
    endReason: z
      .string()
      .openapi({ description: 'caller_hung_up, agent_lost, … (docs/events.md); empty while it goes on' }),
    endedBy: z.string(),
    turns: z.number().int(),
    heard: percentiles,
    score: z.number().int().nullable(),
    tier,
    hot: z.boolean(),
    cost: money
      .nullable()
      .openapi({ description: 'With its analysis; null until that is done, and where any of it has no price' }),
    interruptions: z.number().int(),
    errors: z.number().int(),
    fallbacks: z.number().int(),
    complete: z.boolean().openapi({ description: 'Books balance: all that was published is stored' }),
    cutOff: z.boolean().openapi({ description: 'The line went dead while somebody spoke' }),
    emulated: z.array(z.string()).openapi({ description: 'Vendors that were stood in for' }),
    /** Only with a search and the right to read transcripts: the words around what was found. */
    found: z.object({ itemId: z.string(), snippet: z.string() }).optional(),
  })
  .openapi('CallSummary');

export const callPage = pageOf(callSummary);

export const transcriptItem = z
  .object({
    itemId: z.string(),
    role: z.enum(['user', 'assistant', 'system', 'developer']),
    text: z.string(),
    at: time,
    startedAt: time.nullable(),
    stoppedAt: time.nullable(),
    interrupted: z.boolean(),
    cutOff: z.enum(['heard', 'unknown', '']),
    confidence: z.number().nullable(),
    turn: z.number().int().nullable(),
    /** Of an answer: what its caller waited for it. */
    heardMs: ms.nullable(),
  })
  .openapi('TranscriptItem');
export const transcript = z.object({ items: z.array(transcriptItem) });

export const partName = z.enum([
  'end_of_turn',
  'transcription',
  'turn_hook',
  'model',
  'tool',
  'sentence',
  'synthesis',
  'playout',
  'unexplained',
]);

export const waterfallPart = z.object({ part: partName, name: z.string(), fromMs: ms, toMs: ms, durationMs: ms });

export const turn = z
  .object({
    turn: z.number().int(),
    startedAt: time,
    anchorAt: time.nullable().openapi({ description: 'When the caller stopped speaking' }),
    heardAt: time.nullable().openapi({ description: 'First sound of the answer' }),
    heardMs: ms.nullable(),
    heardBasis: z.string(),
    heardCallerMs: ms.nullable().openapi({
      description:
        "At the caller's ear, as his page measured it: another basis, beside heardMs and never mixed with it",
    }),
    totalLatencyMs: ms.nullable().openapi({ description: 'eou_delay + llm_ttft + tts_ttfb, as other systems have it' }),
    reported: z.object({
      eouDelayMs: ms.nullable(),
      transcriptionDelayMs: ms.nullable(),
      llmTtftMs: ms.nullable(),
      ttsTtfbMs: ms.nullable(),
    }),
    toolCalls: z.number().int(),
    modelCalls: z.number().int(),
    interrupted: z.boolean(),
    cancelled: z.boolean(),
    excluded: z.string().openapi({ description: 'Why it counts in no percentile; empty when it counts' }),
    callerItemIds: z.array(z.string()),
    agentItemIds: z.array(z.string()),
    parts: z.array(waterfallPart),
    cause: z
      .string()
      .nullable()
      .openapi({ description: 'In words: "two model calls, 6.1 s of 6.9 s; usually 900 ms"' }),
  })
  .openapi('Turn');
export const turns = z.object({
  items: z.array(turn),
  atCaller: z.object({
    turns: z.number().int().openapi({ description: 'Turns that were measured on both sides' }),
    medianDifferenceMs: ms.nullable().openapi({ description: 'Median of heardCallerMs - heardMs over these turns' }),
  }),
});

export const signal = z
  .object({
    name: z.string(),
    value: z.unknown(),
    replaced: z.unknown().optional(),
    at: time,
    itemId: z.string().nullable(),
    quote: z.string().nullable(),
    current: z.boolean().openapi({ description: 'False when a later one of the same name replaced it' }),
  })
  .openapi('Signal');
export const signals = z.object({ items: z.array(signal) });

export const scoreLine = z.object({
  signal: z.string(),
  value: z.unknown(),
  known: z.boolean(),
  points: z.number(),
  maxPoints: z.number(),
  rule: z.string(),
  itemId: z.string().nullable(),
  quote: z.string().nullable(),
});
export const score = z
  .object({
    score: z.number().int().nullable(),
    tier,
    hot: z.boolean(),
    confidence: z.enum(['high', 'medium', 'low']),
    points: z.number(),
    maxPoints: z.number(),
    breakdown: z.array(scoreLine),
    parts: z.record(z.string(), z.number().nullable()),
    nextStep: z.string().nullable(),
    analyserVersion: z.number().int(),
    engine: z.string(),
  })
  .openapi('Score');

export const toolCall = z
  .object({
    name: z.string(),
    at: time,
    durationMs: ms.nullable(),
    isError: z.boolean(),
    arguments: z.string(),
    output: z.string(),
    turn: z.number().int().nullable(),
  })
  .openapi('ToolCall');
export const toolCalls = z.object({ items: z.array(toolCall) });

/** Two lanes of speech and what happened beside them; ms from the start of the call. */
export const timeline = z
  .object({
    durationMs: ms,
    spans: z.array(
      z.object({
        lane: z.enum(['caller', 'agent']),
        fromMs: ms,
        toMs: ms,
        interrupted: z.boolean(),
        turn: z.number().int().nullable(),
      }),
    ),
    marks: z.array(
      z.object({ kind: z.enum(['tool', 'error', 'fallback', 'signal', 'alert', 'room']), atMs: ms, label: z.string() }),
    ),
  })
  .openapi('Timeline');

export const usage = z
  .object({
    kind: z.string(),
    provider: z.string(),
    model: z.string(),
    requests: z.number().int(),
    cancelledRequests: z.number().int(),
    reported: z.record(z.string(), z.number().nullable()),
    believed: z.record(z.string(), z.number().nullable()),
    notes: z.array(z.string()),
  })
  .openapi('Usage');
export const usages = z.object({ items: z.array(usage) });

export const book = z
  .object({
    producer: z.string(),
    instance: z.string(),
    published: z.number().int().nullable(),
    stored: z.number().int(),
    deadLettered: z.number().int(),
    declaredGaps: z.number().int(),
    missing: z.array(z.number().int()),
    state: z.enum(['open', 'balanced', 'unbalanced', 'uncounted']),
    closedBy: z.string(),
  })
  .openapi('Book');

/** The accounts of a call, and who read its transcript. */
export const audit = z
  .object({
    books: z.array(book),
    late: z
      .number()
      .int()
      .openapi({ description: 'Events that reached the broker more than 10 s after they happened' }),
    reads: z.array(z.object({ at: time, by: z.string(), what: z.string() })),
    quarantined: z.array(z.object({ eventId: z.string(), field: z.string(), value: z.number(), reason: z.string() })),
  })
  .openapi('Audit');

/** A stored event as it was published. */
export const rawEvent = z
  .object({ eventId: z.string(), type: z.string(), at: time, storedAt: time, event: z.unknown() })
  .openapi('RawEvent');
export const rawEventPage = pageOf(rawEvent);
