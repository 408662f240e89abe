import { ModelFailure } from './failure.ts';

const fixes: Readonly<Record<number, string>> = {
  401: 'set ANALYSIS_LLM_API_KEY to a valid key',
  402: "see to the account's balance",
  403: 'use a key that may use this model',
  404: 'correct ANALYSIS_LLM_MODEL or ANALYSIS_LLM_BASE_URL',
  413: 'lower ANALYSIS_LLM_WINDOW_TOKENS',
};
/** Key, account or address are wrong: every question fares the same until somebody mends them. */
const NOT_THE_QUESTION = new Set([401, 402, 403, 404]);
const LIMITED = 429;
/** The account has nothing left: waiting does not help. */
const SPENT = /insufficient_quota|credit balance/i;

type Status = { status: number; headers: Readonly<Record<string, string>>; body: string };

/** What an answer with a status of failure means. */
export function failureOfStatus({ status, headers, body }: Status): ModelFailure {
  const message = `the endpoint answered ${status}`;
  // Some say it with 429, some with 400.
  if (status < 500 && SPENT.test(body))
    return new ModelFailure('rejected', `${message}: the account's quota is used up. Fix: see to its balance`);
  if (status === LIMITED || status === 408 || status === 409 || status >= 500)
    return new ModelFailure(status === LIMITED ? 'limited' : 'failed', message, {
      retry: true,
      waitMs: retryAfterMs(headers),
    });
  const reason = NOT_THE_QUESTION.has(status) || status < 400 ? 'rejected' : 'refused';
  return new ModelFailure(reason, `${message}. Fix: ${fixes[status] ?? 'see its log for what it disliked'}`);
}

/** Seconds or a date, as HTTP has it, or OpenAI's own header in milliseconds. */
function retryAfterMs(headers: Readonly<Record<string, string>>): number | undefined {
  const ms = Number(headers['retry-after-ms'] ?? Number.NaN);
  if (Number.isFinite(ms) && ms >= 0) return ms;
  const after = headers['retry-after'];
  if (after === undefined) return undefined;
  const seconds = Number(after);
  const waitMs = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(after) - Date.now();
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : undefined;
}
