import { z } from 'zod';

/** A streaming recogniser. */
export const recogniser = z.strictObject({
  vendor: z.literal('deepgram'),
  model: z.string().min(1).default('nova-3'),
  language: z.string().min(1).default('en-US'),
});
export type RecogniserChoice = z.infer<typeof recogniser>;

/** A chat model. */
export const model = z.strictObject({
  vendor: z.literal('openai'),
  model: z.string().min(1).default('gpt-4.1-mini'),
  temperature: z.number().min(0).max(2).optional(),
  /** Longest answer. */
  maxTokens: z.int().min(50).max(500).optional(),
});
export type ModelChoice = z.infer<typeof model>;

const share = z.number().min(0).max(1).optional();

/** A speaking voice. */
export const voice = z.strictObject({
  vendor: z.literal('elevenlabs'),
  model: z.string().min(1).default('eleven_turbo_v2_5'),
  voiceId: z.string().min(1).optional(),
  language: z.string().min(1).optional(),
  /** 1 is the voice's own pace. */
  speed: z.number().min(0.5).max(2).optional(),
  stability: share,
  similarity: share,
  style: share,
  speakerBoost: z.boolean().optional(),
  /** How much quality is given for an earlier first sound: 0 none, 4 most. */
  streamingLatency: z.int().min(0).max(4).optional(),
});
export type VoiceChoice = z.infer<typeof voice>;

/** The first is used; the second takes over when the first fails. */
export const oneOrTwo = <Choice extends z.ZodType>(choice: Choice) => z.array(choice).min(1).max(2);
