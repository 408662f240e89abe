import { z } from 'zod';
import { money } from '../../schemas/common.ts';
import type { Analysis } from '../../types.ts';
import { iso } from '../times.ts';

/** What is stored of the model's findings, as far as it tells whether one was asked (docs/analysis.md). */
const stored = z.looseObject({
  state: z.enum(['answered', 'waiting', 'unanswered']),
  asked_again_at: z.number().nullable(),
  spent: money.nullable(),
  asked: z.looseObject({
    model: z.object({ provider: z.string(), name: z.string() }),
    usage: z.object({ input: z.number(), cached_input: z.number(), output: z.number() }).nullable(),
    why: z.object({ reason: z.string(), message: z.string() }).optional(),
    dropped: z.record(z.string(), z.number()).default({}),
    warnings: z.array(z.string()).default([]),
  }),
});

type FindingsRow = { analyser_version: number; result: string };

/** What the model was asked by the newest wording; null where none was, or what is stored of it cannot be read. */
export function askedModelOf(rows: readonly FindingsRow[]): Analysis['model'] {
  const newest = rows.toSorted((a, b) => b.analyser_version - a.analyser_version)[0];
  if (!newest) return null;
  const read = stored.safeParse(JSON.parse(newest.result));
  if (!read.success) return null;
  const { state, asked_again_at: askedAgainAt, spent, asked } = read.data;
  const { model, usage, why, dropped, warnings } = asked;
  return {
    state,
    ...model,
    version: newest.analyser_version,
    askedAgainAt: askedAgainAt === null ? null : iso(askedAgainAt),
    spent,
    usage: usage && { input: usage.input, cachedInput: usage.cached_input, output: usage.output },
    why: why ?? null,
    dropped,
    warnings,
  };
}
