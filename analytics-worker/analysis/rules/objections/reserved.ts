import type { Objection } from '../../results.ts';
import { objectionTypes } from '../../results.ts';
import { doubtsAbout } from '../judge/doubts.ts';
import { lexicon, hitAt } from '../match/lexicon.ts';
import { compile, matchAll } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { grounds, reservations, unworried } from '../vocabulary/reservations.ts';
import { objectionSets } from './sets.ts';

type Type = Objection['type'];

const holdingBack = compile({ reserved: reservations, unworried });
/** What is over, or a joke, holds nobody back. */
const GONE = ['past', 'ironic', 'machine'] as const;
const GROUNDS = objectionTypes.map((type) => ({ type, words: lexicon(grounds[type]) }));
/** So many words at least say what is held back from and why. */
const SHORTEST = 5;
/** A system by its name counts for two. */
const NAMED = 2;

/** What a caller who holds back speaks of most; undefined where he does not, or speaks of nothing that stands in the way. */
export function reservedIn(utterance: Utterance): { type: Type; from: number; to: number } | undefined {
  const { tokens } = utterance;
  const found = matchAll(holdingBack, tokens).filter(
    ({ from, to }) => !GONE.some((doubt) => doubtsAbout(utterance, from, to).has(doubt)),
  );
  const [held] = found;
  if (!held || found.some(({ label }) => label === 'unworried') || tokens.length < SHORTEST) return undefined;
  const scores = GROUNDS.map(({ type, words }) => ({
    type,
    score: countOf(words, utterance) + extraOf(type, utterance),
  }));
  const [best] = scores.toSorted((a, b) => b.score - a.score);
  return best && best.score > 0 ? { type: best.type, from: held.from, to: held.to } : undefined;
}

function countOf(words: ReturnType<typeof lexicon>, { tokens }: Utterance): number {
  let count = 0;
  for (let at = 0; at < tokens.length; at++) {
    const hit = hitAt(words, tokens, at, tokens.length);
    if (!hit) continue;
    count += 1;
    at = hit.to - 1;
  }
  return count;
}

function extraOf(type: Type, utterance: Utterance): number {
  if (type !== 'integration') return 0;
  return utterance.tokens.some((_, at) => hitAt(objectionSets.system, utterance.tokens, at, utterance.tokens.length))
    ? NAMED
    : 0;
}
