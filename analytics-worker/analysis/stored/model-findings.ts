import { z } from 'zod';
import { findings } from '../results.ts';

/** Stored beside the results of the analysers, which follow from it (docs/analysis.md). */
export const FINDINGS = 'findings';

const money = z.object({ amount: z.number(), currency: z.string() });
const tokens = z.object({ input: z.number(), cached_input: z.number(), output: z.number() });

/** What was asked for the last time, and what it took; names as in the document by hand. */
const asked = z.looseObject({
  model: z.object({ provider: z.string(), name: z.string() }),
  usage: tokens.nullable(),
  cost: money.nullable(),
  why: z.object({ reason: z.string(), message: z.string() }).optional(),
});

/** What a model found in a call, or why it found nothing yet. */
export const modelFindings = z.object({
  /** `waiting`: the model was away and is asked again; `unanswered`: it will not or cannot, and is not. */
  state: z.enum(['answered', 'waiting', 'unanswered']),
  /** Hash of the conversation that was asked about last. */
  transcript: z.string(),
  /** How often the model answered: each answer makes the reading of the call a newer one. */
  answers: z.int().min(0),
  /** How often in a row it was away. */
  failures: z.int().min(0),
  /** How often in a row it took tokens for these words and gave nothing for them. */
  paid_failures: z.int().min(0).default(0),
  /** Epoch ms before which it is not asked again; null unless it waits. */
  asked_again_at: z.number().nullable(),
  /** Of all requests about this call by this version; null while nothing is known. */
  spent: money.nullable(),
  asked,
  /** As both engines give them; of an earlier conversation while the model is away; null before the first answer. */
  findings: findings.nullable(),
});
export type ModelFindings = z.infer<typeof modelFindings>;

/** Of a row in another form: what is to be counted on from, as far as it can be read. */
const countedOn = z.object({
  answers: modelFindings.shape.answers.catch(0),
  spent: money.nullable().catch(null),
  asked: asked.catch({ model: { provider: 'unknown', name: 'unknown' }, usage: null, cost: null }),
});

/** A row of whatever version. One in another form than this counts as not asked; what was paid and answered still counts. */
export function readModelFindings(result: string): ModelFindings {
  const row: unknown = JSON.parse(result);
  const read = modelFindings.safeParse(row);
  if (read.success) return read.data;
  const nothing = { transcript: '', failures: 0, paid_failures: 0, asked_again_at: null, findings: null };
  return { ...nothing, state: 'unanswered', ...countedOn.parse(row) };
}

/** One stored row: the version is that of the wording that was asked. */
export type StoredFindings = { version: number; stored: ModelFindings };
