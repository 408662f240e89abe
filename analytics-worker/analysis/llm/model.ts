import { z } from 'zod';
import { dislikedExtra, extras, type Extra } from './leave-out.ts';
import { ModelFailure } from './failure.ts';
import { failureOfStatus } from './refused-status.ts';
import { sendPrompt } from './send.ts';
import type { ModelSettings } from './settings.ts';
import type { Tokens } from './tokens.ts';
import { reportedTokens } from './tokens.ts';

export type Message = { role: 'user' | 'assistant'; content: string };
export type Prompt = { system: string; messages: readonly Message[]; schema: z.ZodType };

/** What came of one request: text, or why there is none; and what it used, null where nothing was reported. */
export type Reply = { tokens: Tokens | null } & ({ text: string; cutShort: boolean } | { failure: ModelFailure });

export type Model = ModelSettings & {
  /** One request, `withinMs` at most. @throws the signal's reason, when it aborts */
  ask(prompt: Prompt, options: { withinMs: number; signal?: AbortSignal | undefined }): Promise<Reply>;
};

/** One model for many calls: what its endpoint refuses to take is left out from then on. */
export function openModel(settings: ModelSettings): Model {
  const leftOut = new Set<Extra>();
  return {
    ...settings,
    ask: async (prompt, { withinMs, signal }) => {
      const sent = extras.filter((extra) => !leftOut.has(extra));
      const late = AbortSignal.timeout(withinMs);
      let body = '';
      try {
        const answer = await sendPrompt(settings, describeForm(prompt, sent), {
          extras: sent,
          signal: AbortSignal.any([late, ...(signal ? [signal] : [])]),
          onBody: (text) => void (body = text),
        });
        if (answer.status === 'refused')
          return { failure: new ModelFailure('refused', 'the model refused'), tokens: reportedTokens(body) };
        if (answer.status === 'answered') return { ...answer, tokens: reportedTokens(body) };
        const disliked = dislikedExtra(sent, answer.http, body);
        if (disliked) leftOut.add(disliked);
        const failure = disliked
          ? new ModelFailure('rejected', `the endpoint takes no ${disliked}`, { retry: true, adapted: true })
          : failureOfStatus({ status: answer.http, headers: answer.headers, body });
        return { failure, tokens: reportedTokens(body) };
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof ModelFailure) return { failure: error, tokens: reportedTokens(body) };
        if (!late.aborted) throw error;
        const slow = `no answer within ${withinMs} ms`;
        return { failure: new ModelFailure('slow', slow, { retry: true, maybeCharged: true }), tokens: null };
      }
    },
  };
}

/** Where the endpoint does not take the form of the answer by itself, the model is told in words. */
function describeForm(prompt: Prompt, sent: readonly Extra[]): Prompt {
  if (sent.includes('schema')) return prompt;
  const { $schema: _, ...form } = z.toJSONSchema(prompt.schema);
  const told = `Answer with one JSON object of this JSON schema, and nothing else:\n${JSON.stringify(form)}`;
  return { ...prompt, system: `${prompt.system}\n\n${told}` };
}
