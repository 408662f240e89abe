import { wordsIn } from '../vocabulary/lines.ts';
import { behindIs, contractions, endings, joined, plainIn, shortIs } from '../vocabulary/contractions.ts';
import { wordsOf, type Word } from './words.ts';

const CONTRACTIONS = new Map(Object.entries(contractions));
const JOINED = new Map(Object.entries(joined));
const ENDINGS = Object.entries(endings);
/** What stands before a "were" that was "we're": nothing, or a word that a clause opens with. */
const OPENERS = new Set(
  wordsIn(`
and, so, but, yes, yeah, well, because, okay, no, right, now, um, uh, hi, hello
`),
);
const PERSONS = new Set(
  wordsIn(`
i, we, you, they, he, she, it, there, those, these
`),
);
const LONGEST_JOINED = 4;
/** "drivin", "gettin'". */
const DROPPED_G = /^[a-z]{3,}in'?$/u;

/** Words that do not stand as they are: short forms, and those of which one is written in several. */
const CHANGED = new Set([...CONTRACTIONS.keys(), ...[...JOINED.keys()].flatMap((words) => words.split(' ')), 'were']);
const PLAIN = /^[a-z]+(?: [a-z]+)*$/u;

/** A phrase of the vocabulary as its words stand in a text; most are such words already, which is told without reading them. */
export function spelledOut(phrase: string): string[] {
  const words = phrase.split(' ');
  if (PLAIN.test(phrase) && !words.some((word) => CHANGED.has(word))) return words;
  return spell(wordsOf(phrase)).map(({ text }) => text);
}

/** Each word as words that rules know: contractions in full, spelled letters and split words joined. */
export function spell(words: Word[]): Word[] {
  return join(words.flatMap((word, index) => inFull(word, words[index - 1], words[index + 1])));
}

function inFull(word: Word, before: Word | undefined, after: Word | undefined): Word[] {
  const { text } = word;
  if (text === 'were' && isWeAre(before, after)) return spread(word, ['we', 'are']);
  const known = CONTRACTIONS.get(text);
  if (known) return spread(word, known.split(' '));
  if (DROPPED_G.test(text) && !plainIn.has(text.replace(/'$/u, '')))
    return [{ ...word, text: `${text.replace(/'$/u, '')}g` }];
  for (const [ending, full] of ENDINGS) {
    if (!text.endsWith(ending) || text.length <= ending.length) continue;
    const had = ending === "'d" && (after?.text === 'better' || after?.text === 'been');
    return spread(word, [text.slice(0, -ending.length), had ? 'had' : full]);
  }
  if (text.endsWith("'s")) {
    const head = text.slice(0, -2);
    const has = after !== undefined && ['got', 'been', 'had', 'gone', 'become'].includes(after.text);
    // "n d a's": the plural of letters.
    if (/^[a-z]$/u.test(head) && head !== 'i') return [{ ...word, text: head }];
    const isVerb =
      shortIs.has(head) || (after !== undefined && (has || behindIs.has(after.text) || after.text.endsWith('ing')));
    return spread(word, [head, isVerb ? (has ? 'has' : 'is') : "'s"]);
  }
  return [text.endsWith("'") ? { ...word, text: text.slice(0, -1) } : word];
}

/** A recogniser's "were" for "we're": it opens the clause, and nobody who was follows. */
function isWeAre(before: Word | undefined, after: Word | undefined): boolean {
  if (!after || PERSONS.has(after.text)) return false;
  return !before || before.stop !== undefined || OPENERS.has(before.text);
}

/** All parts keep the place of the word; what follows it follows the last. */
function spread(word: Word, texts: string[]): Word[] {
  const { stop, ...rest } = word;
  return texts.map((text, index) => ({ ...rest, text, ...(stop && index === texts.length - 1 ? { stop } : {}) }));
}

function join(words: Word[]): Word[] {
  const out: Word[] = [];
  for (let at = 0; at < words.length;) {
    const length = joinedAt(words, at);
    const first = words[at];
    const last = words[at + length - 1];
    if (!first || !last) break;
    const text = JOINED.get(textOf(words, at, length)) ?? first.text;
    out.push(length === 1 ? { ...first, text } : { ...last, text, start: first.start });
    at += length;
  }
  return out;
}

function joinedAt(words: Word[], at: number): number {
  for (let length = Math.min(LONGEST_JOINED, words.length - at); length > 1; length--)
    if (JOINED.has(textOf(words, at, length))) return length;
  return 1;
}

function textOf(words: Word[], at: number, length: number): string {
  return words
    .slice(at, at + length)
    .map(({ text }) => text)
    .join(' ');
}
