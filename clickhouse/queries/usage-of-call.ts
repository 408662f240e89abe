import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { callScope, newestRows } from '../scope.ts';

const measured = ['input_tokens', 'cached_tokens', 'output_tokens', 'characters', 'audio_ms'] as const;
const columns = measured.flatMap((name) => [`reported_${name}`, `believed_${name}`]);

/** What did the models of a call use, as reported and as believed? One row a model. */
export const usageOfCall = defineQuery({
  name: 'usage-of-call',
  sql: `
    SELECT kind, provider, model, requests, cancelled_requests, ${columns.join(', ')}, unheard_output_tokens, notes
    FROM (${newestRows('usage_v1')})
    ORDER BY kind, provider, model`,
  params: callScope,
  row: z.object({
    kind: z.string(),
    provider: z.string(),
    model: z.string(),
    requests: z.number(),
    cancelled_requests: z.number(),
    reported_input_tokens: z.number().nullable(),
    reported_cached_tokens: z.number().nullable(),
    reported_output_tokens: z.number().nullable(),
    reported_characters: z.number().nullable(),
    reported_audio_ms: z.number().nullable(),
    believed_input_tokens: z.number().nullable(),
    believed_cached_tokens: z.number().nullable(),
    believed_output_tokens: z.number().nullable(),
    believed_characters: z.number().nullable(),
    believed_audio_ms: z.number().nullable(),
    /** Of those believed, tokens of answers that nobody heard. */
    unheard_output_tokens: z.number().nullable(),
    /** Why reported and believed differ. */
    notes: z.array(z.string()),
  }),
});
