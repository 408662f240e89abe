import { hitAt, lexicon, type Hit } from '../match/lexicon.ts';
import { compile, matchAll } from '../match/pattern.ts';
import { endsSentence } from '../normalise/stops.ts';
import type { Token, Utterance } from '../normalise/types.ts';
import { clauseAt, sentenceAt } from '../read.ts';
import { periods } from '../vocabulary/periods.ts';

const PERIODS = lexicon(periods);
/** How far behind a number its period may stand, in tokens, and how far before it. */
const PERIOD_REACH = 9;
const PERIOD_BEFORE = 10;
const SPREAD = new Set(['average', 'averaged', 'averages', 'averaging', 'spread', 'divide', 'divided']);
const SPREAD_REACH = 2;
const EACH = compile({
  each: [
    'each|every ..1 of us|you|them|our|the ..3 send|sends|does|do|makes|make|signs|sign',
    'each|everyone|everybody does|sends|signs|handles',
  ],
});
const PERIOD_WORDS = new Set(['day', 'week', 'month', 'year', 'quarter', 'annum', 'fortnight', 'single']);

export const isPeriodAt = (tokens: Token[], at: number): boolean =>
  hitAt(PERIODS, tokens, at, tokens.length) !== undefined;

/** The period behind a number, or its noun: "ten contracts a month". */
export function periodBehind({ tokens }: Utterance, from: number): (Hit & { from: number }) | undefined {
  if (endsSentence(tokens[from - 1])) return undefined;
  for (let at = from; at < Math.min(tokens.length, from + PERIOD_REACH); at++) {
    const token = tokens[at];
    if (!token || token.number) return undefined;
    const hit = hitAt(PERIODS, tokens, at, tokens.length);
    if (hit && isSpread(tokens, at)) return undefined;
    if (hit && !(token.text === hit.value && tokens[at - 1]?.text === 'next')) return { ...hit, from: at };
    if (token.text === 'but' || token.text === 'when' || endsSentence(token)) return undefined;
  }
  return undefined;
}

/** "forty, averaged over the year": the period that the average was taken of is not that of the number. */
const isSpread = (tokens: Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - SPREAD_REACH), at).some(({ text }) => SPREAD.has(text));

/** "in one week is maybe sixty"; another number between them takes it. */
export function periodBefore(utterance: Utterance, before: number): Hit | undefined {
  const { tokens } = utterance;
  const begin = sentenceAt(utterance, before)?.from ?? before;
  for (let at = before - 1; at >= Math.max(begin, before - PERIOD_BEFORE); at--) {
    const hit = hitAt(PERIODS, tokens, at, before);
    if (hit && (at === 0 || !tokens[at - 1]?.number || tokens[at - 1]?.text === '1'))
      return tokens[at - 1]?.number && tokens[at - 1]?.text !== '1' ? undefined : hit;
    if (tokens[at]?.number && tokens[at]?.text !== '1') return undefined;
  }
  return undefined;
}

/** The period that a question asks for: "how many do you do a year?" */
export function periodIn({ tokens, clauses }: Utterance): string | undefined {
  const asked = clauses
    .filter(({ question }) => question)
    .flatMap(({ from, to }) => tokens.slice(from, to).map((_, at) => from + at));
  return asked
    .filter((at) => !isSpread(tokens, at))
    .flatMap((at) => hitAt(PERIODS, tokens, at, tokens.length)?.value ?? [])
    .at(-1);
}

/** Of what a number is one each: "per office", "each". */
export const perOf = (utterance: Utterance, at: number): string | undefined =>
  perBehind(utterance, at + 1) ?? (isOfEach(utterance, at) ? 'person' : undefined);

function perBehind({ tokens }: Utterance, from: number): string | undefined {
  for (let at = from; at < Math.min(tokens.length, from + 4); at++) {
    const text = tokens[at]?.text;
    if (text === 'each' || text === 'apiece')
      return PERIOD_WORDS.has(tokens[at + 1]?.text ?? '') ? undefined : 'person';
    if (text === 'per' && !PERIOD_WORDS.has(tokens[at + 1]?.text ?? '')) return tokens[at + 1]?.text;
    if (text === 'and' || text === 'but' || endsSentence(tokens[at])) return undefined;
  }
  return undefined;
}

/** "each of us sends about fifteen documents a month": every one of them, not of the period. */
function isOfEach(utterance: Utterance, at: number): boolean {
  const from = clauseAt(utterance, at)?.from ?? 0;
  return matchAll(EACH, utterance.tokens, from, at).length > 0;
}
