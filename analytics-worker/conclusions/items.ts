import type { Known, Seen } from './facts.ts';

export type Item = Seen<'item.committed'>;

/** The conversation's items, each once (its last commit), in the order in which they came to be. */
export function itemsOf(known: Known): Item[] {
  const byId = new Map(known.of('item.committed').map((item) => [item.fact.data.itemId, item]));
  return [...byId.values()].toSorted((a, b) => createdAt(a) - createdAt(b) || a.at - b.at);
}

const DAY_MS = 86_400_000;

/** When the item came to be; when it was committed, where the stated time cannot be true. */
export function createdAt({ fact, at }: Item): number {
  return Math.abs(fact.data.createdAt - at) < DAY_MS ? fact.data.createdAt : at;
}
