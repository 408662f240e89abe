import { z } from 'zod';

/** Tokens of one request or of several. `cachedInput` is part of `input`. */
export type Tokens = { input: number; cachedInput: number; output: number };

const count = z.int().nonnegative();
const maybe = count.nullish().transform((value) => value ?? 0);

const openaiUsage = z
  .object({
    prompt_tokens: count,
    completion_tokens: count,
    prompt_tokens_details: z.object({ cached_tokens: maybe }).nullish(),
  })
  .transform((usage) => ({
    input: usage.prompt_tokens,
    cachedInput: Math.min(usage.prompt_tokens, usage.prompt_tokens_details?.cached_tokens ?? 0),
    output: usage.completion_tokens,
  }));

/** Its `input_tokens` leave out what was read from and written to the cache. */
const anthropicUsage = z
  .object({
    input_tokens: count,
    output_tokens: count,
    cache_read_input_tokens: maybe,
    cache_creation_input_tokens: maybe,
  })
  .transform((usage) => ({
    input: usage.input_tokens + usage.cache_read_input_tokens + usage.cache_creation_input_tokens,
    cachedInput: usage.cache_read_input_tokens,
    output: usage.output_tokens,
  }));

const answer = z.object({ usage: z.union([openaiUsage, anthropicUsage]) });

/**
 * What a raw answer says that it used; null where it says nothing. Read here and not by the library, which takes a missing
 * number for 0 and tells nothing of answers that it could not use.
 */
export function reportedTokens(body: string): Tokens | null {
  try {
    return answer.safeParse(JSON.parse(body)).data?.usage ?? null;
  } catch {
    return null;
  }
}
