import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { APICallError, generateText, Output, type LanguageModel } from 'ai';
import { z } from 'zod';
import { boundedFetch } from './bounded-fetch.ts';
import { ModelFailure } from './failure.ts';
import type { Extra } from './leave-out.ts';
import type { Prompt } from './model.ts';
import type { ModelSettings } from './settings.ts';

/** More than any findings need; a model that runs on is stopped here. */
export const MOST_OUTPUT_TOKENS = 16_000;
const OK = 200;

type Answer =
  | { status: 'answered'; text: string; cutShort: boolean }
  | { status: 'refused' }
  | { status: 'rejected'; http: number; headers: Readonly<Record<string, string>> };

/** The library's own warnings would go to the console; what an endpoint lacks is dealt with in `leave-out.ts`. */
globalThis.AI_SDK_LOG_WARNINGS = false;

/**
 * One request in the endpoint's protocol, tried once.
 *
 * @throws ModelFailure for what came of the network, or an answer of another protocol
 * @throws the signal's reason
 */
export async function sendPrompt(
  settings: ModelSettings,
  { system, messages, schema }: Prompt,
  options: { extras: readonly Extra[]; signal: AbortSignal; onBody: (body: string) => void },
): Promise<Answer> {
  const has = (extra: Extra) => options.extras.includes(extra);
  try {
    const { text, finishReason, response } = await generateText({
      model: connect(settings, boundedFetch(options.onBody)),
      system,
      messages: [...messages],
      maxRetries: 0,
      abortSignal: options.signal,
      ...(has('temperature') ? { temperature: 0 } : {}),
      ...(has('maxTokens') ? { maxOutputTokens: MOST_OUTPUT_TOKENS } : {}),
      ...(has('schema') ? { output: asText(Output.object({ schema, name: 'findings' })) } : {}),
      ...(!has('schema') && has('json') ? { output: asText(Output.json()) } : {}),
    });
    if (finishReason === 'content-filter' || openaiRefusal.safeParse(response.body).success)
      return { status: 'refused' };
    return { status: 'answered', text, cutShort: finishReason === 'length' };
  } catch (error) {
    options.signal.throwIfAborted();
    if (error instanceof ModelFailure) throw error;
    if (APICallError.isInstance(error) && error.statusCode !== undefined && error.statusCode !== OK)
      return { status: 'rejected', http: error.statusCode, headers: error.responseHeaders ?? {} };
    throw new ModelFailure('failed', "the answer is none of the provider's protocol", {
      retry: true,
      maybeCharged: true,
    });
  }
}

/** Address and key are always given: left out, the library would take those of the environment's other users. */
function connect(settings: ModelSettings, fetch: typeof globalThis.fetch): LanguageModel {
  const { provider, baseUrl, apiKey, model } = settings;
  if (provider === 'anthropic') return createAnthropic({ baseURL: baseUrl, apiKey: apiKey ?? '', fetch })(model);
  return createOpenAICompatible({
    name: 'openai',
    baseURL: baseUrl,
    supportsStructuredOutputs: true,
    fetch,
    ...(apiKey === undefined ? {} : { apiKey }),
  })(model);
}

/** Only the schema on the wire is wanted: an answer that does not fit is read, repaired and paid for all the same. */
function asText<Kind extends Output.Output>(output: Kind): Kind {
  return { ...output, parseCompleteOutput: ({ text }: { text: string }) => Promise.resolve(text) };
}

const openaiRefusal = z.object({
  choices: z.tuple([z.object({ message: z.object({ refusal: z.string().min(1) }) })]),
});
