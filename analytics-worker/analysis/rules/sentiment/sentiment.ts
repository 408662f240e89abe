import type { ActionItem, Outcome, Sentiment } from '../../results.ts';
import type { Utterance } from '../normalise/types.ts';
import type { Talk } from '../talk.ts';
import { feltIn, type Felt } from './valence.ts';

type Mood = Sentiment['overall'];

const SEGMENTS = 3;
/** Points that make a mood plain: tanh(points / SCALE) is the share of it. */
const SCALE = 8;
/** Within this of 50 a call is neutral. */
const NEUTRAL = 16;
/** The beginning, where people tell what goes wrong today, weighs a tenth of the end. */
const FIRST_WEIGHT = 0.2;
const LAST_WEIGHT = 2;
/** What an outcome tells of the caller's mood, in points. */
const OF_OUTCOME: Partial<Record<Outcome['outcome'], number>> = {
  meeting: 7,
  support_resolved: 4,
  support_unresolved: -4,
  disqualified: -1,
  hangup: -3,
  no_interest: -3,
};
/** Who promises something himself is well disposed. */
const OF_PROMISE = 4;
const MOST_OF_AN_ITEM = 4;
const MIN_WORDS = { high: 120, medium: 40 };

/** How the caller felt: over the call, by its beginning, middle and end, and the emotions that showed. */
export function findSentiment(talk: Talk, outcome: Outcome['outcome'], actions: readonly ActionItem[]): Sentiment {
  const felt = talk.caller.map((utterance): [Utterance, Felt] => [utterance, feltIn(utterance)]);
  const points = felt.map(([, { points }], index) => bounded(points) * weightOf(index, felt.length));
  const promised = actions.some(({ owner }) => owner === 'user') ? OF_PROMISE : 0;
  const sum = points.reduce((all, one) => all + one, 0) + (OF_OUTCOME[outcome] ?? 0) + promised;
  const words = talk.caller.reduce((count, { tokens }) => count + tokens.length, 0);
  const score = scoreOf(sum);
  return {
    overall: moodOf(score),
    score,
    segments: segmentsOf(felt),
    emotions: felt.flatMap(([, { emotions }]) => emotions),
    confidence: words >= MIN_WORDS.high ? 'high' : words >= MIN_WORDS.medium ? 'medium' : 'low',
  };
}

/** From the first item's weight to the last one's; a single item is the end. */
function weightOf(index: number, count: number): number {
  const share = count < 2 ? 1 : index / (count - 1);
  return FIRST_WEIGHT + (LAST_WEIGHT - FIRST_WEIGHT) * share;
}

/** No single item decides a call. */
function bounded(points: number): number {
  return Math.max(-MOST_OF_AN_ITEM, Math.min(MOST_OF_AN_ITEM, points));
}

function scoreOf(points: number): number {
  return Math.round(50 + 50 * Math.tanh(points / SCALE / 2));
}

function moodOf(score: number): Mood {
  if (Math.abs(score - 50) < NEUTRAL) return 'neutral';
  return score > 50 ? 'positive' : 'negative';
}

function segmentsOf(felt: [Utterance, Felt][]): Sentiment['segments'] {
  const count = Math.min(SEGMENTS, felt.length);
  return Array.from({ length: count }, (_, index) => {
    const part = felt.slice(Math.floor((index * felt.length) / count), Math.floor(((index + 1) * felt.length) / count));
    const score = scoreOf(part.reduce((sum, [, { points }]) => sum + bounded(points), 0));
    return { from: part[0]?.[0].item ?? 1, to: part.at(-1)?.[0].item ?? 1, overall: moodOf(score), score };
  });
}
