import type { Item } from '../transcript.ts';

/** Some five minutes of one voice, and four hours of talk: more is no conversation, and others wait for their results. */
const MOST_LETTERS = { item: 4_000, call: 200_000 };

/** What rules read of a call: the beginning of a very long item, and the items until there are letters enough. */
export function bounded(items: readonly Item[]): Item[] {
  let left = MOST_LETTERS.call;
  return items.flatMap((item) => {
    const text = item.text.slice(0, Math.min(MOST_LETTERS.item, left));
    left -= text.length;
    return left > 0 || text !== '' ? [{ ...item, text }] : [];
  });
}
