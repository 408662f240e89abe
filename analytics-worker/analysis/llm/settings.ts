import { z } from 'zod';
import { readEnv } from '../../../lib/env.ts';
import { httpsUrl } from '../../../lib/https-url.ts';
import { readPrice } from './price.ts';

/** The vendors' own addresses; they take no request without a key. */
const ownAddress = { openai: 'https://api.openai.com/v1', anthropic: 'https://api.anthropic.com/v1' };

const seconds = (value: number) => value * 1_000;

const modelEnv = z
  .object({
    ANALYSIS_LLM_PROVIDER: z.enum(['openai', 'anthropic']).default('openai'),
    ANALYSIS_LLM_BASE_URL: httpsUrl.transform((url) => url.replace(/\/+$/, '')).optional(),
    ANALYSIS_LLM_API_KEY: z.string().optional(),
    ANALYSIS_LLM_MODEL: z.string({ error: "must name the endpoint's model" }),
    /** How long one request may take, ms. */
    ANALYSIS_LLM_TIMEOUT_MS: z.coerce.number().int().min(100).max(seconds(600)).default(seconds(60)),
    /** `pii`: addresses, numbers and names are replaced before text leaves. */
    ANALYSIS_LLM_REDACT: z.enum(['none', 'pii']).default('none'),
    ANALYSIS_LLM_PRICE: z.string().transform(readPrice).optional(),
    /** A longer call is asked for in several requests of at most so many tokens of transcript. */
    ANALYSIS_LLM_WINDOW_TOKENS: z.coerce.number().int().min(500).max(200_000).default(12_000),
  })
  .refine((env) => env.ANALYSIS_LLM_API_KEY !== undefined || env.ANALYSIS_LLM_BASE_URL !== undefined, {
    path: ['ANALYSIS_LLM_API_KEY'],
    message: "must be set for the vendor's own address; an endpoint of your own is named by ANALYSIS_LLM_BASE_URL",
  })
  .transform((env) => ({
    provider: env.ANALYSIS_LLM_PROVIDER,
    baseUrl: env.ANALYSIS_LLM_BASE_URL ?? ownAddress[env.ANALYSIS_LLM_PROVIDER],
    apiKey: env.ANALYSIS_LLM_API_KEY,
    model: env.ANALYSIS_LLM_MODEL,
    timeoutMs: env.ANALYSIS_LLM_TIMEOUT_MS,
    redact: env.ANALYSIS_LLM_REDACT === 'pii',
    price: env.ANALYSIS_LLM_PRICE,
    windowTokens: env.ANALYSIS_LLM_WINDOW_TOKENS,
  }));

/** Where the analysis finds its model (docs/analysis-models.md). */
export type ModelSettings = z.infer<typeof modelEnv>;

/**
 * Undefined where no `ANALYSIS_LLM_…` variable is set: then the rules analyse.
 *
 * @throws EarshotError `bad_setting`, naming every variable at fault and what it must be.
 */
export function readModelSettings(env: Record<string, string | undefined>): ModelSettings | undefined {
  const isSet = Object.entries(env).some(([name, value]) => name.startsWith('ANALYSIS_LLM_') && value);
  return isSet ? readEnv(modelEnv, env) : undefined;
}
