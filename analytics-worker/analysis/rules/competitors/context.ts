import type { Competitor } from '../../results.ts';
import { askedBy } from '../find/asked.ts';
import { addAll, phrasesOf, wordOf, wordsOf, type Features } from '../learned/features.ts';
import { addMeaning } from '../learned/meanings.ts';
import type { Utterance } from '../normalise/types.ts';
import type { Talk } from '../talk.ts';
import type { Mention } from './mentions.ts';
import { clauseAt } from '../read.ts';

/** How far from a name the words stand that are its own. */
const NEAR = 7;
const NAME = '@';
/** How much each part weighs against the others. */
const WEIGHT = { near: 3, meant: 2, said: 2, around: 1, known: 1 };
/** So early in a call people tell why they ring. */
const OPENING = 2;

/** What a product named in a call is weighed by: the words beside its name, the rest of those items, and what was said before and after them. */
export function featuresOf(talk: Talk, mentions: readonly Mention[]): Features {
  const features: Features = new Map();
  const items = [...new Set(mentions.map(({ utterance }) => utterance))];
  const before = items.flatMap((item) => talk.before(item) ?? []);
  addAll(
    features,
    mentions.flatMap((mention) => [...besideName(mention)]),
    WEIGHT.near,
  );
  addAll(
    features,
    items.flatMap((item) => [...phrasesOf(wordsSaid(item), 'w:')]),
    WEIGHT.said,
  );
  addMeaning(features, items.flatMap(wordsSaid), 'm:', WEIGHT.meant);
  addAll(
    features,
    before.flatMap((item) => [...wordsOf(wordsSaid(item), 'a:')]),
    WEIGHT.around,
  );
  const replies = items.flatMap((item) => talk.after(item) ?? []);
  addAll(
    features,
    replies.flatMap((item) => [...wordsOf(wordsSaid(item), 'r:')]),
    WEIGHT.around,
  );
  const next = items.flatMap(({ item }) => talk.caller.find((other) => other.item > item) ?? []);
  addAll(
    features,
    next.flatMap((item) => [...wordsOf(wordsSaid(item), 'n:')]),
    WEIGHT.around,
  );
  for (const agent of before) for (const topic of askedBy(agent)) features.set(`k:asked ${topic}`, WEIGHT.known);
  for (const known of knownOf(mentions)) features.set(`k:${known}`, WEIGHT.known);
  return features;
}

/** What frames tell of how he stands to it. Not of what they were written on: there they are always right, and would be trusted too much. */
export function addTold(to: Features, told: Competitor['stance'], isTool: boolean): void {
  for (const name of ['known', told, ...(isTool ? ['tool'] : [])]) to.set(`f:${name}`, WEIGHT.known);
}

const wordsSaid = ({ tokens }: Utterance): string[] => tokens.map(wordOf);

function* besideName({ utterance: { tokens }, from, to }: Mention): Generator<string> {
  const before = ['^', ...tokens.slice(0, from).map(wordOf)].slice(-NEAR);
  const behind = [...tokens.slice(to).map(wordOf), '$'].slice(0, NEAR);
  yield* phrasesOf([...before, NAME], 'b:');
  yield* phrasesOf([NAME, ...behind], 'e:');
  yield `x:${before.slice(-2).join(' ')} ${NAME}`;
  yield `x:${NAME} ${behind.slice(0, 2).join(' ')}`;
  yield `x:${before.at(-1)} ${NAME} ${behind[0]}`;
}

function* knownOf(mentions: readonly Mention[]): Generator<string> {
  if (mentions.length > 1) yield 'again';
  for (const { utterance, from, to } of mentions) {
    if (clauseAt(utterance, from)?.question) yield 'asks';
    if (from === 0) yield 'begins';
    if (to === utterance.tokens.length) yield 'ends';
    if (utterance.tokens.filter(({ product }) => product).length > 1) yield 'several';
    if (utterance.item <= OPENING) yield 'opening';
  }
}
