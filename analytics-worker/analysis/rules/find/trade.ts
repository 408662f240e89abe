import { once } from '../../once.ts';
import { hitAt, lexicon, type Lexicon } from '../match/lexicon.ts';
import type { Utterance } from '../normalise/types.ts';
import { clauseAt } from '../read.ts';
import { tradeHints } from '../vocabulary/tradeHints.ts';
import { everyonesToo, trades } from '../vocabulary/trades.ts';

/** Words of an item that speak for an industry, tokens `from` up to `to`, and how much. */
export type Found = { from: number; to: number; value: string; strength: number };

/** What one word tells by itself: that which one trade speaks of, and that which it speaks of more than others do. */
const TELLING = 1;
/** A paper that a trade has signed is signed by others with that trade, too. */
const PAPER = 0.8;
const HINT = 0.4;

const SHARED = new Set(everyonesToo);
const PAPERS =
  /(?:agreement|form|declaration|contract|order|letter|paper|release|slip|lease|sheet|resolution|certificate|statement|of attorney|of work|timesheet|retainer|affidavit)s?$/u;

type Weights = Map<string, number>;
type Phrases = { words: Lexicon; weights: Map<string, Weights> };
const phrasesOfTrades = once(weighPhrases);

/** What people of a trade speak of, whoever it is about: "if somebody doesn't bring the tractor back". */
export function tradeTalk(said: Utterance): Found[] {
  const { words, weights } = phrasesOfTrades();
  const found: Found[] = [];
  for (let at = 0; at < said.tokens.length; at++) {
    const hit = hitAt(words, said.tokens, at, said.tokens.length);
    if (!hit) continue;
    if (!clauseAt(said, at)?.question)
      for (const [value, strength] of weights.get(hit.value) ?? [])
        found.push({ from: at, to: hit.to, value, strength });
    at = hit.to - 1;
  }
  return found;
}

/** Each phrase with all the industries that it is of: what it tells is shared between them. */
function weighPhrases(): Phrases {
  const weights = new Map<string, Weights>();
  for (const [list, weight] of [[trades, TELLING] as const, [tradeHints, HINT] as const])
    for (const [value, phrases] of Object.entries(list))
      for (const phrase of phrases) {
        const of = weights.get(phrase) ?? new Map<string, number>();
        const told = PAPERS.test(phrase) || SHARED.has(phrase) ? Math.min(weight, PAPER) : weight;
        weights.set(phrase, of.set(value, Math.max(told, of.get(value) ?? 0)));
      }
  for (const of of weights.values()) for (const [value, weight] of of) of.set(value, weight / of.size);
  return { words: lexicon([...weights.keys()]), weights };
}
