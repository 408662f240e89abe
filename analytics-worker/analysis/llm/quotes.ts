import type { Evidence, Item } from '../transcript.ts';

/** What masking puts in the place of personal data; a quote holds it whole or not at all. */
const PLACEHOLDER = /\[[a-z_]+ \d+\]/g;

/** Letters and digits only, lower case, with where each came from and where words begin and end. */
type Plain = { text: string; at: number[]; starts: Set<number>; ends: Set<number> };

export type Quotes = {
  /**
   * The proof as the transcript has it. Case, spaces and punctuation may differ, words may not; a quote that another
   * item holds moves to the nearest one. Undefined when nobody said it.
   */
  find(claimed: Evidence): Evidence | undefined;
};

export function openQuotes(items: readonly Item[]): Quotes {
  const plains = new Map<number, { text: string; plain: Plain }>();
  for (const { item, text } of items) plains.set(item, { text, plain: toPlain(text) });
  const all = [...plains.values()].map(({ plain }) => plain.text).join('\n');
  const inItem = (item: number, quote: string): Evidence | undefined => {
    const held = plains.get(item);
    const slice = held && sliceOf(held.text, held.plain, quote);
    return slice === undefined ? undefined : { item, quote: slice };
  };
  return {
    find: ({ item, quote }) => {
      const wanted = toPlain(quote).text;
      if (wanted === '' || !all.includes(wanted)) return undefined;
      const there = inItem(item, wanted);
      if (there) return there;
      const nearest = [...plains.keys()].toSorted((a, b) => Math.abs(a - item) - Math.abs(b - item) || a - b);
      for (const near of nearest) {
        const found = inItem(near, wanted);
        if (found) return found;
      }
      return undefined;
    },
  };
}

function sliceOf(text: string, plain: Plain, wanted: string): string | undefined {
  for (let from = plain.text.indexOf(wanted); from !== -1; from = plain.text.indexOf(wanted, from + 1)) {
    const to = from + wanted.length;
    if (!plain.starts.has(from) || !plain.ends.has(to)) continue;
    const [start, end] = wholePlaceholders(text, plain.at[from] ?? 0, (plain.at[to - 1] ?? 0) + 1);
    return text.slice(start, end);
  }
  return undefined;
}

function toPlain(text: string): Plain {
  const plain: Plain = { text: '', at: [], starts: new Set(), ends: new Set() };
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    plain.starts.add(plain.text.length);
    for (let at = 0; at < word.length; at++) {
      const letters = (word[at] ?? '').normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
      plain.text += letters;
      for (const _ of letters) plain.at.push(index + at);
    }
    plain.ends.add(plain.text.length);
  }
  return plain;
}

function wholePlaceholders(text: string, start: number, end: number): [number, number] {
  for (const { 0: mark, index } of text.matchAll(PLACEHOLDER)) {
    if (index < end && index + mark.length > start) {
      start = Math.min(start, index);
      end = Math.max(end, index + mark.length);
    }
  }
  return [start, end];
}
