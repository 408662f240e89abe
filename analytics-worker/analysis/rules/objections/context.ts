import type { Outcome } from '../../results.ts';
import { answerOf } from '../assent.ts';
import { askedBy } from '../find/asked.ts';
import { addAll, phrasesOf, wordOf, wordsOf, type Features } from '../learned/features.ts';
import { addMeaning } from '../learned/meanings.ts';
import type { Utterance } from '../normalise/types.ts';
import type { Talk } from '../talk.ts';
import { asksForDoubts } from './interview.ts';
import { isPriceTold } from './speech.ts';
import { spokenIn } from './spoken.ts';

/** How much each part weighs against the others. */
export const SAID = 'w:';
const WEIGHT = { said: 3, meant: 3, before: 1, after: 2, known: 1, frames: 2 };
/** So much of the agent's reply says what he answers to. */
const REPLY = 25;

/** What an item of the caller's is weighed by: its words, the agent's question before it and reply to it, and what is known of both. */
export function featuresOf(talk: Talk, utterance: Utterance, outcome: Outcome['outcome']): Features {
  const features: Features = new Map();
  const before = talk.before(utterance);
  const words = utterance.tokens.map(wordOf);
  const reply = talk.after(utterance)?.tokens.slice(0, REPLY) ?? [];
  addAll(features, phrasesOf(['^', ...words], SAID), WEIGHT.said);
  addMeaning(features, words, 'm:', WEIGHT.meant);
  addAll(features, wordsOf(before ? lastSentence(before) : ['^'], 'a:'), WEIGHT.before);
  addAll(features, wordsOf(reply.map(wordOf), 'r:'), WEIGHT.after);
  for (const known of knownOf(utterance, before)) features.set(`k:${known}`, WEIGHT.known);
  if (outcome.startsWith('support')) features.set('k:support', WEIGHT.known);
  return features;
}

/** What frames hear in it. Not of what they were written on: there they are always right, and would be trusted too much. */
export function addSpoken(to: Features, talk: Talk, utterance: Utterance, outcome: Outcome['outcome']): void {
  for (const { type, how } of spokenIn(talk, utterance, outcome))
    for (const name of [type, how]) to.set(`f:${name}`, WEIGHT.frames);
}

function* knownOf(utterance: Utterance, before: Utterance | undefined): Generator<string> {
  const { tokens, clauses } = utterance;
  const answer = answerOf(utterance);
  if (answer) yield answer;
  if (clauses.some(({ question }) => question)) yield 'asks';
  yield `long ${Math.min(5, Math.round(Math.log2(1 + tokens.length)))}`;
  if (!before) return;
  if (isPriceTold(before)) yield 'told price';
  if (asksForDoubts(before)) yield 'invited';
  if (before.text.trim().endsWith('?')) yield 'asked';
  for (const topic of askedBy(before)) yield `asked ${topic}`;
}

function lastSentence({ tokens, clauses }: Utterance): string[] {
  const last = clauses.at(-1)?.sentence;
  return tokens.slice(clauses.find(({ sentence }) => sentence === last)?.from).map(wordOf);
}
