import { z } from 'zod';

/** A synthetic voice: eSpeak's language variant, words a minute, pitch. */
export const voice = z.strictObject({
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[a-z0-9]+)*$/, 'must be an eSpeak language such as en-us or en-gb')
    .default('en-us'),
  rate: z.int().min(80).max(400).default(180),
  pitch: z.int().min(0).max(99).default(50),
});
export type Voice = z.infer<typeof voice>;

/** What the emulated model does when the caller has said `to`. */
export const reaction = z.strictObject({
  to: z.string().min(1),
  tools: z.array(z.strictObject({ name: z.string().min(1), args: z.record(z.string(), z.unknown()) })),
  reply: z.string().min(1),
});
export type Reaction = z.infer<typeof reaction>;

/** A vendor's models that are down: they refuse at once, or never answer. */
const down = z.strictObject({
  models: z.array(z.string().min(1)).min(1),
  how: z.enum(['refuses', 'hangs']),
  /** So many answers come before. */
  afterAnswers: z.int().min(0).default(0),
});
export type Down = z.infer<typeof down>;

/** What goes wrong at a vendor, on purpose. */
export const faults = z.strictObject({
  /** Every model call takes this long to its first token. */
  modelFirstTokenMs: z.int().min(0).max(20_000).optional(),
  /** The recogniser of this model hangs up after so many final transcripts and then refuses; 0: refuses from the start. */
  recogniserDown: z.strictObject({ model: z.string().min(1), afterFinals: z.int().min(0) }).optional(),
  modelDown: down.optional(),
  voiceDown: down.optional(),
});
export type Faults = z.infer<typeof faults>;

/** What the emulated vendors must know of a call. The caller's process states it before the call. */
export const callScript = z.strictObject({
  agentVoice: voice,
  reactions: z.array(reaction),
  /** Said when nothing of the script fits. */
  otherwise: z.string().min(1),
  faults,
});
export type CallScript = z.infer<typeof callScript>;

/** A stretch of speech: which word is heard from when to when, from the start of the audio. */
export const spokenWord = z.strictObject({ text: z.string().min(1), startMs: z.number(), endMs: z.number() });
export type SpokenWord = z.infer<typeof spokenWord>;

/** What a caller is about to say. Announced just before the first frame. */
export const announcement = z.strictObject({ words: z.array(spokenWord).min(1), durationMs: z.number().positive() });
export type Announcement = z.infer<typeof announcement>;
