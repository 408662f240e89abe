import { findings } from '../../../analytics-worker/analysis/results.ts';
import { analyzeByRules } from '../../../analytics-worker/analysis/rules/engine.ts';
import type { Item } from '../../../analytics-worker/analysis/transcript.ts';

type Quoted = { item: number; quote: string };

/** What is wrong with the findings of a transcript: what does not fit the contract, and quotes that do not stand letter by letter in their item. */
export async function faultsOf(items: Item[]): Promise<unknown[]> {
  const found = await analyzeByRules(items);
  const misquoted = evidenceIn(found).filter(({ item, quote }) => !items[item - 1]?.text.includes(quote));
  return [...(findings.safeParse(found).error?.issues ?? []), ...misquoted];
}

function evidenceIn(value: unknown): Quoted[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'item' in value && 'quote' in value ? [{ item: Number(value.item), quote: String(value.quote) }] : [];
  return [...own, ...Object.values(value).flatMap(evidenceIn)];
}
