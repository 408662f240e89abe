import { answerOf } from '../assent.ts';
import { askedBy } from '../find/asked.ts';
import type { Utterance } from '../normalise/types.ts';
import { sentencesOf } from '../read.ts';
import { addAll, phrasesOf, wordOf, wordsOf, type Features } from './features.ts';
import { addMeaning } from './meanings.ts';
import { weightFor, type Model } from './model.ts';

/** What the item's own words are named by. */
const SAID = 'w:';
/** How much each part weighs against the others. */
const WEIGHT = { said: 3, meant: 3, before: 1, after: 2, known: 1 };
/** So much of the agent's reply says what he answers to. */
const REPLY = 25;

/** An item between what the other side said before and after it. */
export type Placed = { said: Utterance; before: Utterance | undefined; after: Utterance | undefined };

/** How much what frames hear in an item weighs against its words. */
export const FRAMES = 2;

/** What an item is weighed by: its words, the question before and reply to it, and what is known of them. */
export function itemFeatures({ said, before, after }: Placed): Features {
  const features: Features = new Map();
  const words = said.tokens.map(wordOf);
  const reply = after?.tokens.slice(0, REPLY) ?? [];
  addAll(features, phrasesOf(['^', ...words], SAID), WEIGHT.said);
  addMeaning(features, words, 'm:', WEIGHT.meant);
  addAll(features, wordsOf(before ? lastSentence(before) : ['^'], 'a:'), WEIGHT.before);
  addAll(features, wordsOf(reply.map(wordOf), 'r:'), WEIGHT.after);
  addKnown(features, knownOf(said, before));
  return features;
}

export function addKnown(to: Features, names: Iterable<string>): void {
  for (const name of names) to.set(`k:${name}`, WEIGHT.known);
}

/** The clause whose words speak most for a label. */
export function tellingClause<Label extends string>(
  model: Model<Label>,
  label: Label,
  { tokens, clauses }: Utterance,
): { from: number; to: number } {
  const scored = clauses.map(({ from, to }) => ({
    from,
    to,
    score: weightFor(model, label, phrasesOf(tokens.slice(from, to).map(wordOf), SAID)),
  }));
  return scored.toSorted((a, b) => b.score - a.score)[0] ?? { from: 0, to: tokens.length };
}

function* knownOf(said: Utterance, before: Utterance | undefined): Generator<string> {
  const { tokens, clauses } = said;
  const answer = answerOf(said);
  if (answer) yield answer;
  if (clauses.some(({ question }) => question)) yield 'asks';
  yield `long ${Math.min(5, Math.round(Math.log2(1 + tokens.length)))}`;
  if (!before) return;
  if (before.text.trim().endsWith('?')) yield 'asked';
  for (const topic of askedBy(before)) yield `asked ${topic}`;
}

function lastSentence(utterance: Utterance): string[] {
  return utterance.tokens.slice(sentencesOf(utterance).at(-1)?.from).map(wordOf);
}
