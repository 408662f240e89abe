import type { Price } from '../analysis/llm/price.ts';

const LETTERS_A_TOKEN = 3;
/** Instructions, form of the answer, and marks beside the words. */
const FRAME_TOKENS = 4_000;
/** Findings of a long talk. */
const ANSWER_TOKENS = 3_000;
const MILLION = 1_000_000;

/**
 * What a call is thought to cost at most, before it is sent on its way: its words and a long answer, or what the dearest of the
 * run was.
 *
 * @param letters of its transcript
 */
export function reserveFor(letters: number, price: Price, dearest: number): number {
  const input = FRAME_TOKENS + letters / LETTERS_A_TOKEN;
  return Math.max(dearest, (input * price.input + ANSWER_TOKENS * price.output) / MILLION);
}
