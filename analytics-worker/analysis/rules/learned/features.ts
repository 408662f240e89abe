import { productNamed } from '../normalise/products.ts';
import type { Token } from '../normalise/types.ts';

/** What is so of something that is weighed, by name, and how much of it. */
export type Features = Map<string, number>;

/** "expensive" and "expense" begin alike. */
const BEGINNING = 4;
/** "not … sure": how many words apart a pair may stand. */
const APART = 2;

/** A word as it is weighed: which number or product it is tells nothing, that it is one does. */
export function wordOf({ text, number, product }: Token): string {
  if (number) return number.form === 'money' ? '#money' : '#';
  if (product) return `@${productNamed(product)?.kind ?? 'product'}`;
  return text;
}

/** Adds each name once; together they weigh `weight`, however many they are. */
export function addAll(to: Features, names: Iterable<string>, weight: number): void {
  const all = new Set(names);
  for (const name of all) to.set(name, weight / Math.sqrt(all.size));
}

/** Words and their beginnings. */
export function* wordsOf(words: readonly string[], mark: string): Generator<string> {
  for (const word of words) {
    yield mark + word;
    if (word.length > BEGINNING) yield `${mark}${word.slice(0, BEGINNING)}*`;
  }
}

/** Words, their beginnings, and pairs that stand together or nearly so; `$` is the end. */
export function* phrasesOf(words: readonly string[], mark: string): Generator<string> {
  yield* wordsOf(words, mark);
  for (const [at, word] of words.entries())
    for (let next = at + 1; next <= Math.min(at + APART, words.length); next++)
      yield `${mark}${word} ${next > at + 1 ? '.. ' : ''}${words[next] ?? '$'}`;
}
