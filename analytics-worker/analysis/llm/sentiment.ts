import type { Sentiment } from '../results.ts';
import type { Item } from '../transcript.ts';
import type { Emotion, Mood } from './verify.ts';

/** Points of a proven mood, 0-100; the model names moods and gives no number. */
const points = {
  neutral: { mild: 50, strong: 50 },
  positive: { mild: 70, strong: 90 },
  negative: { mild: 30, strong: 10 },
};
const NEUTRAL = 50;
/** So far from neutral, and the whole has a mood. */
const LEAN = 5;
const SEGMENTS = 3;
/** Words of the caller's from which his mood can be told. */
const WORDS_FOR = { high: 100, medium: 30 };

type Heard = { item: number; words: number; score: number };

/**
 * The caller's mood: each of his items has the mean of the moods that were found over it, and counts by its words. Parts
 * of a long call overlap, so that an item may have several.
 */
export function weighSentiment(items: readonly Item[], moods: readonly Mood[], found: readonly Emotion[]): Sentiment {
  const heard = items.filter(({ role }) => role === 'user').map((item) => ({ ...hear(item, moods), item: item.item }));
  const words = heard.reduce((sum, one) => sum + one.words, 0);
  const score = meanOf(heard);
  return {
    overall: lean(score),
    score,
    segments: thirds(items).map(([from, to]) => {
      const part = meanOf(heard.filter(({ item }) => item >= from && item <= to));
      return { from, to, overall: lean(part), score: part };
    }),
    emotions: [...found],
    confidence: words >= WORDS_FOR.high ? 'high' : words >= WORDS_FOR.medium ? 'medium' : 'low',
  };
}

function hear({ item, text }: Item, moods: readonly Mood[]): Omit<Heard, 'item'> {
  const scores = moods
    .filter(({ from, to }) => from <= item && item <= to)
    .map(({ mood, strength }) => points[mood][strength]);
  const score = scores.length === 0 ? NEUTRAL : scores.reduce((sum, one) => sum + one, 0) / scores.length;
  return { words: text.trim().split(/\s+/).length, score };
}

function meanOf(heard: readonly Heard[]): number {
  const words = heard.reduce((sum, one) => sum + one.words, 0);
  return words === 0 ? NEUTRAL : Math.round(heard.reduce((sum, one) => sum + one.score * one.words, 0) / words);
}

function lean(score: number): Sentiment['overall'] {
  if (score > NEUTRAL + LEAN) return 'positive';
  return score < NEUTRAL - LEAN ? 'negative' : 'neutral';
}

function thirds(items: readonly Item[]): [number, number][] {
  const size = Math.max(1, Math.ceil(items.length / SEGMENTS));
  const parts: [number, number][] = [];
  for (let at = 0; at < items.length; at += size) {
    const [first, last] = [items[at], items[Math.min(at + size, items.length) - 1]];
    if (first && last) parts.push([first.item, last.item]);
  }
  return parts;
}
