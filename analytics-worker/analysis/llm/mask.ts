import type { Pii } from '../results.ts';
import type { Item } from '../transcript.ts';

export type Masked = {
  items: Item[];
  /** Puts what was masked back into a text that came of the masked items. */
  unmask(text: string): string;
};

/**
 * Replaces personal data wherever it is said by stable marks, `[email 1]`, so that a model can tell one address from
 * another and never reads either.
 */
export function maskItems(items: readonly Item[], found: readonly Pii[]): Masked {
  const marks = new Map<string, string>();
  const taken = items.map(({ text }) => text).join('\n');
  // The longest first: a name may be part of an address.
  const data = found.toSorted((a, b) => b.quote.length - a.quote.length);
  const counts = new Map<string, number>();
  for (const { kind, quote } of data) {
    if (marks.has(quote)) continue;
    let mark: string;
    do {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      mark = `[${kind} ${count}]`;
    } while (taken.includes(mark));
    marks.set(quote, mark);
  }
  if (marks.size === 0) return { items: [...items], unmask: (text) => text };
  const originals = new Map([...marks].map(([quote, mark]) => [mark, quote]));
  const said = anyOf([...marks.keys()], (one) => String.raw`(?<![\p{L}\p{N}])${one}(?![\p{L}\p{N}])`);
  const marked = anyOf([...originals.keys()], (one) => one);
  return {
    items: items.map((item) => ({ ...item, text: item.text.replace(said, (quote) => marks.get(quote) ?? quote) })),
    unmask: (text) => text.replace(marked, (mark) => originals.get(mark) ?? mark),
  };
}

function anyOf(texts: readonly string[], frame: (escaped: string) => string): RegExp {
  return new RegExp(
    texts.map((text) => frame(text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`))).join('|'),
    'gu',
  );
}
