import { z } from 'zod';

const endpoint = { apiKey: z.string().min(1), baseUrl: z.url().optional() };

/** A streaming recogniser (Deepgram's protocol). */
export const recogniserSettings = z.strictObject({
  ...endpoint,
  model: z.string().min(1).default('nova-3'),
  language: z.string().min(1).default('en-US'),
});

/** A chat model (OpenAI's protocol). */
export const modelSettings = z.strictObject({
  ...endpoint,
  model: z.string().min(1).default('gpt-4.1-mini'),
  /** The vendor's name in metrics; a base URL of one's own would otherwise appear as host and port. */
  provider: z.string().min(1).default('OpenAI'),
});

/** A speaking voice (ElevenLabs' protocol). */
export const voiceSettings = z.strictObject({
  ...endpoint,
  model: z.string().min(1).default('eleven_turbo_v2_5'),
  voiceId: z.string().min(1).optional(),
});

/** What the agent says when nobody speaks: each question after another `afterMs` of silence, then it ends the call. */
export const silenceSettings = z.strictObject({
  afterMs: z.int().min(1_000).default(8_000),
  questions: z
    .array(z.string().min(1))
    .max(5)
    .default(['Are you still there?', 'Hello? I cannot hear you. Can you hear me?']),
  goodbye: z.string().min(1).default('I will let you go. Call again any time. Goodbye.'),
});

/** Everything that a voice agent is built from; no vendor is reached before the session starts. */
export const voiceAgentSettings = z.strictObject({
  /** The first is used; a second takes over when the first fails. */
  recognisers: z.array(recogniserSettings).min(1).max(2),
  model: modelSettings,
  voice: voiceSettings,
  company: z.string().min(1).default('Quillmark'),
  greeting: z.string().min(1).default('Hello, this is Ada from Quillmark. What can I do for you?'),
  /** Replaces the built-in prompt; the list of signals is appended to it either way. */
  instructions: z.string().min(1).optional(),
  silence: silenceSettings.prefault({}),
  /** Silence after which a turn is over, by voice activity. */
  endOfTurnMs: z.int().min(100).max(3_000).default(500),
});
export type VoiceAgentSettings = z.infer<typeof voiceAgentSettings>;
