import { once } from '../../once.ts';
import type { Token } from '../normalise/types.ts';
import { ing, past, third } from '../vocabulary/inflect.ts';
import { verbs } from '../vocabulary/predicates.ts';

export type Kind = 'be' | 'feel' | 'use' | 'quit' | 'enter' | 'weigh' | 'try' | 'know';
/** How a verb stands: `use`, `used`, `using`. */
type Form = 'base' | 'past' | 'ing';
type Sense = { kind: Kind; form: Form; leads?: Set<string> };
/** A verb that leads to a product, and where it stands. */
export type Verb = Sense & { at: number };

const KINDS: Kind[] = ['be', 'feel', 'use', 'quit', 'enter', 'weigh', 'try', 'know'];
/** How far before a product its verb may stand, and one that no preposition leads from. */
const REACH = 11;
const BARE_REACH = 7;
const NAMING = new Set(['called', 'named']);
const ARTICLES = new Set(['a', 'an', 'the', 'our', 'my', 'your', 'this', 'his', 'their', 'no']);

/** The verb that a product stands behind: the nearest one that leads to it. */
export function verbBefore(tokens: Token[], start: number, product: number): Verb | undefined {
  for (let at = product - 1; at >= Math.max(start, product - REACH); at--) {
    const between = tokens.slice(at + 1, product).map(({ text }) => text);
    const found = (senses().get(tokens[at]?.text ?? '') ?? []).filter(({ leads }) =>
      leads
        ? between.some((text) => leads.has(text))
        : between.length < BARE_REACH && !ARTICLES.has(tokens[at - 1]?.text ?? ''),
    );
    const near = (sense: Sense): number => between.findLastIndex((text) => sense.leads?.has(text));
    const [best] = found.toSorted((a, b) => near(b) - near(a));
    if (best && !isName(tokens, at)) return { ...best, at };
  }
  return undefined;
}

/** "Something called Inkless". */
const isName = (tokens: Token[], at: number): boolean => NAMING.has(tokens[at]?.text ?? '');

const senses = once((): Map<string, Sense[]> => {
  const found = new Map<string, Sense[]>();
  for (const kind of KINDS)
    for (const entry of verbs[kind].split(','))
      for (const [text, form, leads] of formsOf(entry))
        found.set(text, [...(found.get(text) ?? []), { kind, form, ...(leads ? { leads } : {}) }]);
  return found;
});

/** `speak spoke spoken + to|with`: its forms, with the words one of which must lead on. */
function formsOf(entry: string): [string, Form, Set<string> | undefined][] {
  const [words = '', leading] = entry.trim().split(/\s*\+\s*/u);
  const [base = '', before = past(base), participle = before] = words.split(' ');
  const leads = leading ? new Set(leading.split('|')) : undefined;
  const pasts = [...new Set([before, participle])].filter((text) => text !== base);
  return [
    ...[base, third(base)].map((text): [string, Form, Set<string> | undefined] => [text, 'base', leads]),
    ...pasts.map((text): [string, Form, Set<string> | undefined] => [text, 'past', leads]),
    [ing(base), 'ing', leads],
    ...(base === 'have' ? [['has', 'base', leads] satisfies [string, Form, Set<string> | undefined]] : []),
  ];
}
