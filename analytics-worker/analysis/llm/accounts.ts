import type { FailureReason } from './failure.ts';
import type { Reply } from './model.ts';
import { costOf, type Cost, type Price } from './price.ts';
import type { Tokens } from './tokens.ts';

/** One request of an analysis. */
export type Attempt = {
  /** Part of the call, from 1. */
  part: number;
  kind: 'first' | 'repair';
  outcome: 'used' | FailureReason;
  tookMs: number;
  /** Null where nothing was reported. */
  tokens: Tokens | null;
};

/** What an analysis used itself. Null is not known; it never stands for 0. */
export type Bill = { attempts: Attempt[]; usage: Tokens | null; cost: Cost | null; warnings: string[] };

export type Accounts = {
  add(attempt: Attempt, reply: Reply): void;
  close(): Bill;
};

/** Counts every request, also those that failed or whose answer was of no use. */
export function openAccounts(model: string, price: Price | undefined): Accounts {
  const attempts: Attempt[] = [];
  let unknown = 0;
  return {
    add: (attempt, reply) => {
      attempts.push(attempt);
      const maybeCharged = 'failure' in reply ? reply.failure.how.maybeCharged : true;
      if (reply.tokens === null && maybeCharged) unknown++;
    },
    close: () => {
      const known = attempts.flatMap(({ tokens }) => tokens ?? []);
      const usage =
        known.length === 0 && unknown > 0 ? null : known.reduce(sum, { input: 0, cachedInput: 0, output: 0 });
      const warnings = [
        ...(price === undefined && attempts.length > 0 ? [`no price for ${model}: set ANALYSIS_LLM_PRICE`] : []),
        ...(unknown > 0
          ? [`${unknown} of ${attempts.length} requests reported no tokens: the true use is higher`]
          : []),
      ];
      return { attempts, usage, cost: usage && price ? costOf(usage, price) : null, warnings };
    },
  };
}

function sum(a: Tokens, b: Tokens): Tokens {
  return { input: a.input + b.input, cachedInput: a.cachedInput + b.cachedInput, output: a.output + b.output };
}
