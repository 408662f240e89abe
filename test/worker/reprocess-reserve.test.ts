import { describe, expect, it } from 'vitest';
import { splitCall } from '../../analytics-worker/analysis/llm/windows.ts';
import { MOST_PARTS } from '../../analytics-worker/analysis/llm/analyze.ts';
import { partsOf, reserveFor } from '../../analytics-worker/reprocess/reserve.ts';

const price = { input: 2, cachedInput: 1, output: 10, currency: 'USD' };
const call = (texts: readonly string[]) => texts.map((text, at) => ({ item: at + 1, role: 'user' as const, text }));
const sizeOf = (texts: readonly string[]) => ({ letters: texts.join('').length, items: texts.length });

describe('what is reserved for a call', () => {
  it.each([
    ['words of all lengths', (at: number) => 'x'.repeat(1 + ((at * 37) % 90)).replaceAll(/x{7}/g, 'xxxxxx ')],
    ['a letter each', () => 'x'],
    ['items that just fit no more', (at: number) => 'x'.repeat(at % 2 === 0 ? 130 : 134)],
    ['items that are cut', (at: number) => `x ${'y'.repeat(150 + at)} z ${'y'.repeat(131)}`],
  ])('covers no fewer parts than it is asked in: %s', (_, textAt) => {
    for (const windowTokens of [500, 900, 12_000])
      for (let items = 1; items < 400; items += 13) {
        const texts = Array.from({ length: items }, (__, at) => textAt(at));
        const parts = splitCall(call(texts), windowTokens).length;
        expect(partsOf(sizeOf(texts), windowTokens)).toBeGreaterThanOrEqual(Math.min(parts, MOST_PARTS));
      }
  });

  it('is every request about every part with the longest answer, or what the dearest call was', () => {
    const size = { letters: 3_000, items: 10 };
    const longestAnswers = 4 * 16_000 * (price.output / 1_000_000);
    const one = reserveFor(size, { price, windowTokens: 12_000 }, 0);
    expect(one).toBeGreaterThan(longestAnswers);
    expect(one).toBeLessThan(longestAnswers * 1.1);
    const long = { letters: 36_000 * 3, items: 100 };
    expect(reserveFor(long, { price, windowTokens: 12_000 }, 0)).toBeGreaterThan(3 * longestAnswers);
    expect(reserveFor(size, { price, windowTokens: 12_000 }, 9)).toBe(9);
  });
});
