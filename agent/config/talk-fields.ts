import { z } from 'zod';

/** Something that the agent says. */
export const sentence = z.string().trim().min(1).max(1_000);

/** When the caller's turn is over. */
export const turns = z.strictObject({
  /** `local`: a model on this machine; `vad`: silence alone; `cloud`: LiveKit's model, only with `cloudModels`. */
  detection: z.enum(['local', 'vad', 'cloud']).default('local'),
  /** Silence after which a turn is over; the SDK's own for the detection unless given. */
  endOfTurnMs: z.int().min(100).max(3_000).optional(),
  /** The same where the detection thinks that the caller goes on. */
  longestEndOfTurnMs: z.int().min(500).max(10_000).optional(),
});

/** How the caller may cut in. */
export const interruption = z.strictObject({
  enabled: z.boolean().default(true),
  /** `vad`: by his voice; `adaptive`: by LiveKit's model, only with `cloudModels`. */
  mode: z.enum(['vad', 'adaptive']).default('vad'),
  /** The agent stops after so many words; after none unless given, so that voice alone is enough. */
  words: z.int().min(1).max(10).optional(),
  /** The agent stops after so much voice. */
  voiceMs: z.int().min(100).max(2_000).default(500),
  /** How long it is silent after an interruption that brought no words. */
  backOffMs: z.int().min(1_000).max(5_000).default(2_000),
  /** Goes on then with what it was saying. */
  resume: z.boolean().default(true),
});

/** What the agent says when nobody speaks: each question after another `afterMs` of silence, then it ends the call. */
export const silence = z.strictObject({
  afterMs: z.int().min(1_000).max(60_000).default(8_000),
  questions: z.array(sentence).max(5).default(['Are you still there?', 'Hello? I cannot hear you. Can you hear me?']),
  goodbye: sentence.default('I will let you go. Call again any time. Goodbye.'),
});

export const limits = z.strictObject({
  maxCallMinutes: z.number().min(0.1).max(240).default(30),
  /** Said a minute before the end, at half time of a shorter call. */
  warning: sentence.default('We have about a minute left.'),
});

/** What is said of recording and analysis; stated before anything else is asked. */
export const consent = z.strictObject({
  statement: sentence,
  /** The caller must agree, or the call ends. */
  required: z.boolean().default(false),
});

export const escalation = z.strictObject({
  /** Words or sentences that mean that he wants a human. */
  phrases: z.array(sentence).min(1).max(50).default(['a human', 'a real person', 'somebody else', 'your manager']),
  /** Most handovers in one call. */
  maxHandovers: z.int().min(1).max(5).default(1),
});
