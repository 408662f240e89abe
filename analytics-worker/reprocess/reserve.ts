import { MOST_PARTS } from '../analysis/llm/analyze.ts';
import { LETTERS_SHOWN_AGAIN, MOST_FAILURES } from '../analysis/llm/ask-part.ts';
import type { Price } from '../analysis/llm/price.ts';
import { MOST_OUTPUT_TOKENS } from '../analysis/llm/send.ts';
import { LETTERS_A_TOKEN, LINE_TOKENS, OVERLAP } from '../analysis/llm/windows.ts';

/** How much was said in a call: letters and items of its transcript. */
export type Size = { letters: number; items: number };

/** Instructions, form of the answer, and what earlier parts found: three letters for a token, as everywhere. */
const FRAME_TOKENS = 4_000;
/** All failures but the last, the answer of another form, and what came of its repair. */
const MOST_REQUESTS = MOST_FAILURES - 1 + 2;
const MILLION = 1_000_000;

/**
 * What asking about a call once costs at most: each of its parts with every try and a repair, each answer as long as an answer
 * may be; or what the dearest of the run was (docs/worker.md says what is not in it).
 */
export function reserveFor(
  size: Size,
  { price, windowTokens }: { price: Price; windowTokens: number },
  dearest: number,
): number {
  const part = Math.min(windowTokens, tokensOf(size, windowTokens));
  const input = FRAME_TOKENS + part + LETTERS_SHOWN_AGAIN / LETTERS_A_TOKEN;
  const request = (input * price.input + MOST_OUTPUT_TOKENS * price.output) / MILLION;
  return Math.max(dearest, partsOf(size, windowTokens) * MOST_REQUESTS * request);
}

/** No fewer than `splitCall` makes of any call of that size. A part gives two overlaps away: what did not fit, and what comes again. */
export function partsOf(size: Size, windowTokens: number): number {
  const fresh = windowTokens * (1 - 2 * OVERLAP);
  return Math.min(MOST_PARTS, Math.max(1, Math.ceil(tokensOf(size, windowTokens) / fresh)));
}

/** Two pieces of a cut item are longer than one may be: else they were one. */
function tokensOf({ letters, items }: Size, windowTokens: number): number {
  const longestPiece = (Math.floor(windowTokens * OVERLAP) - LINE_TOKENS) * LETTERS_A_TOKEN;
  const pieces = items + 2 * Math.ceil(letters / longestPiece);
  return letters / LETTERS_A_TOKEN + pieces * (LINE_TOKENS + 1);
}
