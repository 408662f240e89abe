import { z } from 'zod';
import { atMs, count, label, ms, text } from './common.ts';

export const toolExecuted = z.looseObject({
  toolCallId: label,
  name: label,
  /** The arguments as the model gave them: JSON text. */
  args: text,
  startedAt: atMs,
  endedAt: atMs,
  durationMs: ms,
  isError: z.boolean(),
  /** The output that went back to the model, or the error; absent when the answer was aborted first. */
  output: text.optional(),
  speechId: label.optional(),
});

/** What a knowledge search meant: found nothing is a content gap. */
export const knowledgeSearched = z.looseObject({
  toolCallId: label.optional(),
  query: text,
  category: label.nullable(),
  found: z.boolean(),
  results: count,
  sources: z.array(label),
  durationMs: ms.optional(),
});

export const meetingBooked = z.looseObject({
  toolCallId: label.optional(),
  customerName: label,
  customerEmail: label,
  preferredAt: label,
  success: z.boolean(),
  link: z.string().max(2000).nullable(),
  /** Why it was not booked. */
  reason: label.optional(),
  /** When it was booked for. */
  startsAt: atMs.optional(),
  /** IANA names: where the caller is, and where the company is. */
  timeZone: label.optional(),
  companyTimeZone: label.optional(),
});

/**
 * The caller said it, or confirmed it when the agent put it to him. The last recording of a name counts; null takes it
 * back.
 */
export const signalRecorded = z.looseObject({
  name: label,
  value: z.unknown(),
  /** The item in which the caller said it. */
  itemId: label.optional(),
  /** His words, verbatim. */
  quote: text.optional(),
  /** The other value that it replaced; absent when it was the first, or the same again. */
  replaced: z.unknown().optional(),
  toolCallId: label.optional(),
});

/** A human was asked to take over the call, and came or did not. */
export const handoverRequested = z.looseObject({
  toolCallId: label.optional(),
  /** What the caller wants from a human, in the model's words. */
  reason: label,
  /** What the human was told: what was recorded of the call so far. */
  summary: text,
  accepted: z.boolean(),
  who: label.optional(),
  /** Why nobody came. */
  why: label.optional(),
  waitMs: ms,
});
