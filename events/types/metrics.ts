import { z } from 'zod';
import { atMs, count, label, ms } from './common.ts';

const measured = {
  provider: label.nullable(),
  model: label.nullable(),
  /** The SDK's label of the component, which tells a fallback adapter from what it wraps. */
  label: label.optional(),
};
/** Ties end of turn, model calls and synthesis of one answer. */
const speech = { speechId: label.optional() };

export const eouMeasured = z.looseObject({
  ...speech,
  endOfUtteranceDelayMs: ms,
  transcriptionDelayMs: ms,
  turnHookMs: ms,
  /** Epoch ms at which the caller stopped speaking, by voice activity: the anchor of heard latency. */
  lastSpeakingAt: atMs,
});

export const endOfTurnPredicted = z.looseObject({
  probability: z.number(),
  threshold: z.number().optional(),
  inferenceMs: ms.optional(),
  delayMs: ms.optional(),
  /** How long the session chose to wait before it takes the turn as over; traces say it. */
  endpointingDelayMs: ms.optional(),
  /** Language the prediction was made for, and what it was made from (`stt`, `audio`); traces say them. */
  language: label.optional(),
  source: label.optional(),
  /** True when an earlier prediction was used again; traces say it. */
  fromCache: z.boolean().optional(),
});

export const llmMeasured = z.looseObject({
  ...measured,
  ...speech,
  requestId: label,
  endedAt: atMs,
  durationMs: ms,
  /** Null when no token came. */
  ttftMs: ms.nullable(),
  cancelled: z.boolean(),
  promptTokens: count,
  cachedTokens: count,
  completionTokens: count,
  totalTokens: count,
  tokensPerSecond: z.number().nullable(),
  /** Tokens written to the provider's cache, and tokens of reasoning: some providers price them apart. */
  cacheCreationTokens: count.optional(),
  reasoningTokens: count.optional(),
  /** Why the model stopped (`stop`, `tool_calls`, `length`); traces say it. */
  finishReasons: z.array(label).optional(),
});

export const ttsMeasured = z.looseObject({
  ...measured,
  ...speech,
  requestId: label,
  endedAt: atMs,
  durationMs: ms,
  /** From the first text sent to the first audio; null when none came. */
  ttfbMs: ms.nullable(),
  /** Audio made, not played. */
  audioDurationMs: ms,
  characters: count,
  cancelled: z.boolean(),
  streamed: z.boolean().optional(),
  /** Some voices are priced by tokens instead of characters. */
  inputTokens: count.optional(),
  outputTokens: count.optional(),
  /** Time to get a connection, and whether an open one was used; the Python SDK says them. */
  acquireMs: ms.optional(),
  connectionReused: z.boolean().optional(),
});

export const sttMeasured = z.looseObject({
  ...measured,
  requestId: label,
  endedAt: atMs,
  /** 0 for streaming recognisers. */
  durationMs: ms,
  audioDurationMs: ms,
  streamed: z.boolean().optional(),
});

/** Speech-to-speech models give metrics of their own. */
export const realtimeMeasured = z.looseObject({
  ...measured,
  requestId: label,
  endedAt: atMs,
  durationMs: ms,
  ttftMs: ms.nullable(),
  cancelled: z.boolean(),
  inputTokens: count,
  outputTokens: count,
  totalTokens: count,
  inputAudioTokens: count.optional(),
  outputAudioTokens: count.optional(),
  cachedTokens: count.optional(),
});

/** Metrics that nothing is computed from yet (voice activity, cloud turn detection, avatars), kept whole. */
export const otherMeasured = z.looseObject({
  metric: label,
  values: z.record(z.string(), z.unknown()),
});

export const modelUsage = z.looseObject({
  kind: z.enum(['llm', 'tts', 'stt', 'realtime', 'interruption', 'eot']),
  provider: label.nullable(),
  model: label.nullable(),
  inputTokens: count.optional(),
  cachedTokens: count.optional(),
  outputTokens: count.optional(),
  characters: count.optional(),
  audioDurationMs: ms.optional(),
  requests: count.optional(),
});

/** The SDK's own totals, as reported; the worker keeps them beside what it believes. */
export const usageTotals = z.array(modelUsage);
export const usageReported = z.looseObject({ models: usageTotals });
