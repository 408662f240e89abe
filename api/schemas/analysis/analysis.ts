import { z } from '@hono/zod-openapi';
import { money, time } from '../common.ts';
import { actionItems, contentGaps, lead, objections, quality, sales, sentiment, summary } from './conversation.ts';
import { performance } from './measures.ts';

export const engine = z.enum(['rules', 'llm']);
export const resultVersion = z.object({ version: z.number().int(), engine });

/** One analyser's result; its names are those of `earshot analyze`. */
const resultOf = <Name extends string, Result extends z.ZodType>(analyser: Name, result: Result) =>
  z.object({
    analyser: z.literal(analyser),
    ...resultVersion.shape,
    confidence: z.enum(['high', 'medium', 'low']),
    others: z.array(resultVersion).openapi({ description: 'The other results of this analyser that are stored' }),
    result,
  });

export const analysisItem = z.discriminatedUnion('analyser', [
  resultOf('summary', summary),
  resultOf('lead', lead),
  resultOf('objections', objections),
  resultOf('action_items', actionItems),
  resultOf('sales', sales),
  resultOf('sentiment', sentiment),
  resultOf('quality', quality),
  resultOf('content_gaps', contentGaps),
  resultOf('performance', performance),
]);

const askedModel = z.object({
  state: z.enum(['answered', 'waiting', 'unanswered']).openapi({
    description: '`waiting`: it was away and is asked again; `unanswered`: it will not or cannot, and is not',
  }),
  provider: z.string(),
  name: z.string(),
  version: z.number().int().openapi({ description: 'Of the wording that was asked' }),
  askedAgainAt: time.nullable(),
  spent: money.nullable().openapi({ description: 'Of all requests about this call; null where no price is known' }),
  usage: z.object({ input: z.number(), cachedInput: z.number(), output: z.number() }).nullable(),
  why: z.object({ reason: z.string(), message: z.string() }).nullable(),
  dropped: z.record(z.string(), z.number()).openapi({ description: 'Claims thrown away for want of proof, by reason' }),
  warnings: z.array(z.string()),
});

export const analysis = z
  .object({
    state: z.enum(['goes_on', 'not_analysed', 'analysed']),
    items: z.array(analysisItem),
    unreadable: z
      .array(resultVersion.extend({ analyser: z.string() }))
      .openapi({ description: 'Results whose stored form is not the one that is read here' }),
    model: askedModel.nullable().openapi({
      description: 'Null where no model was asked, or where its stored form is not the one that is read here',
    }),
  })
  .openapi('Analysis');
