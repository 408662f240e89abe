import { once } from '../../once.ts';
import { spelledOut } from '../normalise/spell.ts';
import type { Token } from '../normalise/types.ts';

/** A phrase found at a place: what it stands for, and the token after its last. */
export type Hit = { value: string; to: number };

type Phrases = Map<string, { words: string[]; value: string }[]>;
/** Phrases by their first word, longest first; spelled out where they are first looked for. */
export type Lexicon = Pick<Phrases, 'get' | 'has' | 'keys'>;

/**
 * Phrases, each with the word it stands for: `{ legal: ['law firm', 'solicitors'] }`, or a plain list in which each stands
 * for itself. Phrases are written as people write them ("don't"); the last word is found in its plural too.
 */
export function lexicon(entries: Record<string, readonly string[]> | readonly string[]): Lexicon {
  const spelled = once(() => phrasesOf(entries));
  return {
    get: (word) => spelled().get(word),
    has: (word) => spelled().has(word),
    keys: () => spelled().keys(),
  };
}

function phrasesOf(entries: Record<string, readonly string[]> | readonly string[]): Phrases {
  const pairs: [string, string][] = isList(entries)
    ? entries.map((phrase) => [phrase, phrase])
    : Object.entries(entries).flatMap(([value, phrases]) => phrases.map((phrase): [string, string] => [phrase, value]));
  const found: Phrases = new Map();
  const add = (first: string, phrase: { words: string[]; value: string }): void => {
    const others = found.get(first);
    if (others) others.push(phrase);
    else found.set(first, [phrase]);
  };
  for (const [phrase, value] of pairs) {
    const words = inWords(phrase);
    const [first = ''] = words;
    add(first, { words, value });
    if (words.length === 1) add(pluralOf(first), { words, value });
  }
  for (const list of found.values()) if (list.length > 1) list.sort((a, b) => b.words.length - a.words.length);
  return found;
}

/** Several lexicons hold the same thousands of phrases. */
const spelledBefore = new Map<string, string[]>();

function inWords(phrase: string): string[] {
  const words = spelledBefore.get(phrase) ?? spelledOut(phrase);
  spelledBefore.set(phrase, words);
  return words;
}

/** The longest phrase of a lexicon that begins at `at` and ends no later than `end`. */
export function hitAt(words: Lexicon, tokens: Token[], at: number, end: number): Hit | undefined {
  for (const { words: phrase, value } of words.get(tokens[at]?.text ?? '') ?? []) {
    const to = at + phrase.length;
    if (to <= end && phrase.every((word, index) => isWord(tokens[at + index]?.text, word, at + index === to - 1)))
      return { value, to };
  }
  return undefined;
}

const isWord = (text: string | undefined, word: string, isLast: boolean): boolean =>
  text === word || (isLast && text === pluralOf(word));

function isList(entries: Record<string, readonly string[]> | readonly string[]): entries is readonly string[] {
  return Array.isArray(entries);
}

function pluralOf(word: string): string {
  if (/[^aeiou]y$/u.test(word)) return `${word.slice(0, -1)}ies`;
  return word + (/(?:s|x|ch|sh)$/u.test(word) ? 'es' : 's');
}
