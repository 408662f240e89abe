import { groupBy } from '../../../lib/group.ts';
import type { Evidence, Item } from '../transcript.ts';
import { talkOf, type Talk } from './talk.ts';
import { cutClauses } from './normalise/clauses.ts';
import { dropFillers } from './normalise/fillers.ts';
import { nameProducts } from './normalise/products.ts';
import { readNumbers } from './normalise/quantities.ts';
import { spell } from './normalise/spell.ts';
import type { Clause, Sentence, Utterance } from './normalise/types.ts';
import { wordsOf } from './normalise/words.ts';
import { questionVerbs } from './vocabulary/speech.ts';

/** A transcript as rules read it: one utterance for each item, in order. */
export function readTranscript(items: Item[]): Talk {
  return talkOf(items.map(readItem));
}

export function readItem({ item, role, text, interrupted = false }: Item): Utterance {
  const tokens = readNumbers(nameProducts(dropFillers(spell(wordsOf(text)))));
  return { item, role, text, tokens, clauses: cutClauses(tokens, role === 'agent'), interrupted };
}

/** The words of tokens `from` up to `to`, excluded, as they stand in the item. */
export function quote(utterance: Utterance, from: number, to: number): Evidence {
  const first = utterance.tokens[from];
  const last = utterance.tokens[to - 1];
  const words = first && last ? utterance.text.slice(first.start, last.end) : utterance.text.trim();
  return { item: utterance.item, quote: words };
}

/** The clause that token `at` stands in. */
export function clauseAt(utterance: Utterance, at: number): Clause | undefined {
  return utterance.clauses.find(({ from, to }) => from <= at && at < to);
}

/** The sentences of an item, in order; where nothing was said there is none. */
export function sentencesOf({ clauses }: Utterance): Sentence[] {
  return [...groupBy(clauses, ({ sentence }) => sentence).values()].map((own) => ({
    from: own[0]?.from ?? 0,
    to: own.at(-1)?.to ?? 0,
    clauses: own,
    isQuestion: own.some(({ question }) => question),
  }));
}

/** The sentence that token `at` stands in. */
export function sentenceAt(utterance: Utterance, at: number): Sentence | undefined {
  return sentencesOf(utterance).find(({ from, to }) => from <= at && at < to);
}

/** "is it difficult to set up", "do you need my boss to sign": he asks at token `at`, and tells of nothing. */
export function isAskedAt(utterance: Utterance, at: number): boolean {
  const clause = clauseAt(utterance, at);
  return clause !== undefined && clause.question && questionVerbs.has(utterance.tokens[clause.from]?.text ?? '');
}
