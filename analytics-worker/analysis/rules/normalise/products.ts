import { wordsIn } from '../vocabulary/lines.ts';
import { products, type Product } from '../vocabulary/products.ts';
import type { Word } from './words.ts';
import { endsSentence } from './stops.ts';

export type Named = Word & { product?: string };

const LONGEST = 4;
/** Below this a name is too short to be recognised with a letter wrong. */
const FUZZY_FROM = 7;
/** People of sales: "our sales force is twelve people". */
const OWNERS = new Set(['our', 'my', 'the', 'a', 'your', 'whole', 'entire', 'field']);
const OF_PEOPLE = new Set(
  wordsIn(`
is, of, are, has, does, consists, sends, out, who, would
`),
);

/** Words that no name is made of, where only its sound is like. */
const COMMON = new Set(
  wordsIn(`
we, i, you, he, she, it, to, in, on, at, of, and, or, is, are, was, the, a, an, my, our, so, but, that, this, do, not,
no, yes, have, has, for, with, all, some, they, us, me, as, be, by, if, up, out, who, how, what, when, need, use,
send, one, two, will, would, can, from, them, then, there, here, now, just, only, about
`),
);
const PRODUCTS = new Map(products.map((product) => [product.name, product]));
const PLAIN = new Map(
  products.filter(({ plain, spelled }) => plain && !spelled).map((product) => [product.name, product]),
);
const HEARD = new Map<string, string>(
  products.flatMap(({ name, heard, plain }) => [
    ...(plain ? [] : [[name.replaceAll('_', ' '), name] as const, [name.replaceAll('_', ''), name] as const]),
    ...heard.map((words) => [words, name] as const),
  ]),
);
/** Only these are recognised by their sound: many names of the others are near to plain words. */
const FUZZY_KINDS = new Set(['signing', 'crm', 'automation', 'accounting', 'storage']);
const FUZZY = products
  .filter(({ name, kind, plain }) => FUZZY_KINDS.has(kind) && !plain && name.length >= FUZZY_FROM)
  .map(({ name }) => ({ name, spoken: name.replaceAll('_', '') }))
  .map(({ name, spoken }) => ({ name, spoken, key: soundOf(spoken) }));

/** Letters that a name begins with, however it is heard: most words begin with none of them. */
const BEGINNING = 2;
const BEGINNINGS = new Set(
  [...HEARD.keys(), ...FUZZY.map(({ name }) => name)].map((words) => words.slice(0, BEGINNING)),
);
/** A name that is recognised by its sound is written in so many words at most. */
const MOST_PARTS = 3;

export function productNamed(name: string): Product | undefined {
  return PRODUCTS.get(name);
}

/** Joins what names a product into one word that bears its canonical name. */
export function nameProducts(words: Word[]): Named[] {
  const out: Named[] = [];
  for (let at = 0; at < words.length;) {
    const found = productAt(words, at);
    const length = found?.length ?? 1;
    const first = words[at];
    const last = words[at + length - 1];
    if (!first || !last) break;
    out.push(found ? { ...last, start: first.start, text: found.name, product: found.name } : first);
    at += length;
  }
  return out;
}

function productAt(words: Word[], at: number): { name: string; length: number } | undefined {
  if (!BEGINNINGS.has(words[at]?.text.slice(0, BEGINNING) ?? '')) return undefined;
  for (let length = Math.min(LONGEST, words.length - at); length > 0; length--) {
    const parts = words.slice(at, at + length);
    if (parts.slice(0, -1).some(endsSentence)) continue;
    const spoken = parts.map(({ text }) => text).join(' ');
    const apart = length === 1 || !parts.some(({ text }) => COMMON.has(text));
    const name =
      HEARD.get(spoken) ?? (apart ? (HEARD.get(spoken.replaceAll(' ', '')) ?? soundsLike(parts)) : undefined);
    if (name && !(name === 'salesforce' && isOurSalesPeople(words, at, length))) return { name, length };
  }
  return undefined;
}

function isOurSalesPeople(words: Word[], at: number, length: number): boolean {
  return length > 1 && OWNERS.has(words[at - 1]?.text ?? '') && OF_PEOPLE.has(words[at + length]?.text ?? '');
}

/** A recogniser's spelling of a long name: it sounds the same and is hardly a letter away. */
function soundsLike(parts: Word[]): string | undefined {
  if (parts.length > MOST_PARTS) return undefined;
  const written = parts.map(({ text }) => text).join('');
  if (written.length < FUZZY_FROM - 1 || !/^[a-z]+$/u.test(written)) return undefined;
  const key = soundOf(written);
  for (const { name, spoken, key: expected } of FUZZY) {
    if (written[0] !== spoken[0] || Math.abs(written.length - spoken.length) > 1) continue;
    if (key === expected && distance(written, spoken) <= 2) return name;
  }
  return undefined;
}

/** Consonants as they sound; vowels only where a word begins with one. */
function soundOf(text: string): string {
  return text
    .replace(/ph/gu, 'f')
    .replace(/gn/gu, 'n')
    .replace(/ck|q|c(?![eiy])|x/gu, 'k')
    .replace(/c|z/gu, 's')
    .replace(/(?!^)[aeiouyhw]/gu, '')
    .replace(/(.)\1+/gu, '$1');
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1];
    for (const [j, other] of Array.from(b).entries())
      next.push(Math.min((row[j] ?? 0) + (letter === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The product that a plain word names where products are spoken of: "copper", "slack". */
export function plainProduct(word: string): Product | undefined {
  return PLAIN.get(word);
}
