import { z } from 'zod';
import { atMs, count, label, model, ms, text } from './common.ts';

/** What the recogniser heard, as it heard it. `isFinal: false` is provisional and superseded by the next. */
export const callerTranscribed = z.looseObject({
  text,
  isFinal: z.boolean(),
  language: label.nullable(),
  speakerId: label.nullable().optional(),
  confidence: z.number().min(0).max(1).optional(),
  /** Set when the line went dead before the recogniser finished: these are the caller's last words. */
  cutOff: z.boolean().optional(),
});

export const itemRoles = ['user', 'assistant', 'system', 'developer'] as const;

/** One message of the conversation as it was committed. For an interrupted answer `text` is what was heard. */
export const itemCommitted = z.looseObject({
  itemId: label,
  role: z.enum(itemRoles),
  text,
  createdAt: atMs,
  startedSpeakingAt: atMs.optional(),
  stoppedSpeakingAt: atMs.optional(),
  interrupted: z.boolean(),
  /**
   * Set when the line went dead in the middle. `heard`: the text is what was played; `unknown`: what was heard of the
   * text is not known exactly.
   */
  cutOff: z.enum(['heard', 'unknown']).optional(),
  confidence: z.number().min(0).max(1).optional(),
  language: label.optional(),
  speechId: label.optional(),
  /** A sentence that ships as audio (docs/rooms.md): it was said, and it is no answer. */
  shipped: z.boolean().optional(),
  /** True when `text` was longer than the contract allows and was cut by the collector. */
  truncated: z.boolean().optional(),
  /** What recognised or made it, where a report says so. */
  models: z.looseObject({ stt: model.optional(), llm: model.optional(), tts: model.optional() }).optional(),
  /** What the SDK reports about this item, in ms; the worker prefers what it can derive from the parts. */
  reported: z
    .looseObject({
      llmTtftMs: ms.optional(),
      ttsTtfbMs: ms.optional(),
      e2eMs: ms.optional(),
      transcriptionDelayMs: ms.optional(),
      endOfTurnDelayMs: ms.optional(),
      turnHookMs: ms.optional(),
      playbackLatencyMs: ms.optional(),
      /** Time to the first whole sentence, and tokens a second, of the answer; the Python SDK says them. */
      llmTtfsMs: ms.optional(),
      llmTokensPerSecond: z.number().optional(),
    })
    .optional(),
});

export const agentStates = ['initializing', 'idle', 'listening', 'thinking', 'speaking'] as const;
export const agentState = z.looseObject({ from: z.enum(agentStates), to: z.enum(agentStates) });

export const callerStates = ['speaking', 'listening', 'away'] as const;
export const callerState = z.looseObject({ from: z.enum(callerStates), to: z.enum(callerStates) });

export const speechCreated = z.looseObject({
  speechId: label,
  source: z.enum(['say', 'generate_reply', 'tool_response']),
  userInitiated: z.boolean(),
  /** Realtime tool replies get a handle of their own; this is the one that they follow. */
  parentSpeechId: label.optional(),
});

/** A speech is over, spoken or not. No items and no end-of-turn: a speculative generation that nobody heard. */
export const speechFinished = z.looseObject({
  speechId: label,
  interrupted: z.boolean(),
  itemIds: z.array(label),
  steps: count.optional(),
  /** How long it waited for earlier speeches; traces say it. */
  queueWaitMs: ms.optional(),
});

/** The first frame of an answer left for the caller: the end of the wait, as the agent can see it. */
export const playoutStarted = z.looseObject({ startedAt: atMs, speechId: label.optional() });

export const playoutFinished = z.looseObject({
  finishedAt: atMs,
  playedMs: ms,
  interrupted: z.boolean(),
  speechId: label.optional(),
  /** What of the answer was played, where the output knows. */
  heardText: text.optional(),
});

/** Voice was detected, and the recogniser gave no words for it. */
export const callerUnheard = z.looseObject({ speechStartedAt: atMs, speechDurationMs: ms });

/** The agent stopped for a noise, and went on (or not). */
export const interruptionFalse = z.looseObject({ resumed: z.boolean() });

export const interruptionDetected = z.looseObject({
  isInterruption: z.boolean(),
  detectedAt: atMs,
  probability: z.number().optional(),
});
