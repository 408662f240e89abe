import type { z } from 'zod';
import type { Tokens } from './tokens.ts';

/** What a million tokens cost, in the unit of `currency`. */
export type Price = { input: number; cachedInput: number; output: number; currency: string };
export type Cost = { amount: number; currency: string };

const PER_MILLION = 1_000_000;
const FORM = /^(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?) ([A-Z]{3})$/;

/** Reads `2.50/1.25/10 USD`: a million tokens of input, of cached input, of output. */
export function readPrice(text: string, context: Pick<z.RefinementCtx, 'addIssue'>): Price {
  const [, input, cachedInput, output, currency = ''] = FORM.exec(text.trim()) ?? [];
  if (currency === '')
    context.addIssue({
      code: 'custom',
      message: 'must be the price of a million tokens, input/cached input/output and currency, like 2.50/1.25/10 USD',
    });
  return { input: Number(input), cachedInput: Number(cachedInput), output: Number(output), currency };
}

export function costOf(tokens: Tokens, price: Price): Cost {
  const amount =
    (tokens.input - tokens.cachedInput) * price.input +
    tokens.cachedInput * price.cachedInput +
    tokens.output * price.output;
  return { amount: amount / PER_MILLION, currency: price.currency };
}
