import { z } from 'zod';

/** A streaming recogniser. */
const heard = { language: z.string().min(1).default('en-US') };
export const recogniser = z.discriminatedUnion('vendor', [
  z.strictObject({ vendor: z.literal('deepgram'), model: z.string().min(1).default('nova-3'), ...heard }),
  z.strictObject({ vendor: z.literal('openai'), model: z.string().min(1).default('gpt-4o-mini-transcribe'), ...heard }),
]);
export type RecogniserChoice = z.infer<typeof recogniser>;

/** A chat model. */
const thought = {
  temperature: z.number().min(0).max(2).optional(),
  /** Longest answer. */
  maxTokens: z.int().min(50).max(500).optional(),
};
export const model = z.discriminatedUnion('vendor', [
  z.strictObject({ vendor: z.literal('openai'), model: z.string().min(1).default('gpt-4.1-mini'), ...thought }),
  z.strictObject({ vendor: z.literal('compatible'), model: z.string().min(1), ...thought }),
]);
export type ModelChoice = z.infer<typeof model>;

const share = z.number().min(0).max(1).optional();

/** How an answer is cut into what the voice is given at once. */
const spokenInput = z.strictObject({
  /** Fewer are not worth a request. */
  characters: z.int().min(5).max(50).default(20),
  /** `clauses`: after commas and colons too, for an earlier first sound and a flatter melody. */
  boundaries: z.enum(['sentences', 'clauses']).default('sentences'),
});
export type SpokenInput = z.infer<typeof spokenInput>;

/** A speaking voice. */
const spoken = {
  /** 1 is the voice's own pace. */
  speed: z.number().min(0.5).max(2).optional(),
  input: spokenInput.optional(),
};
export const voice = z.discriminatedUnion('vendor', [
  z.strictObject({
    vendor: z.literal('elevenlabs'),
    model: z.string().min(1).default('eleven_turbo_v2_5'),
    voiceId: z.string().min(1).optional(),
    language: z.string().min(1).optional(),
    ...spoken,
    stability: share,
    similarity: share,
    style: share,
    speakerBoost: z.boolean().optional(),
    /** How much quality is given for an earlier first sound: 0 none, 4 most. */
    streamingLatency: z.int().min(0).max(4).optional(),
  }),
  /** A model of Deepgram's is a voice and a language. */
  z.strictObject({
    vendor: z.literal('deepgram'),
    model: z.string().min(1).default('aura-2-andromeda-en'),
    ...spoken,
  }),
]);
export type VoiceChoice = z.infer<typeof voice>;
export type VoiceOf<Vendor extends VoiceChoice['vendor']> = Extract<VoiceChoice, { vendor: Vendor }>;

/** The first is used; the second takes over when the first fails. */
export const oneOrTwo = <Choice extends z.ZodType>(choice: Choice) => z.array(choice).min(1).max(2);
