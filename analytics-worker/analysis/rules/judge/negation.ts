import { wordsIn } from '../vocabulary/lines.ts';
import type { Utterance } from '../normalise/types.ts';
import type { Sense } from './senses.ts';

/** How far behind a "not" its word may stand, in tokens. */
const REACH = 9;
const NEGATORS = new Set(
  wordsIn(`
not, never, nobody, none, without, nor, neither, hardly, except
`),
);
/** "no" is an answer before these, and a negation before a noun. */
const ANSWERED = new Set(
  wordsIn(`
wait, sorry, it, we, i, actually, that, no, the, they, just, but, he, she, so, yes, only, you, its, my, our, make,
and, there, more
`),
);
const NO_REACH = 3;
/** Behind these a negation is none of what comes after: "not only", "nothing but". */
const LIFTED = new Set(
  wordsIn(`
only, just, but, except, until, unless, because, more, bad, far, many, lot, huge, loads, know, sure, exactly, quite,
much, really
`),
);
/** "not less than a hundred" tells how many, "not every child", "not at all, there's seven of us" deny something else. */
const GRADED = new Set(['every', 'always', 'less', 'fewer', 'under', 'below', 'at']);
const AFTER = new Set(
  wordsIn(`
needed, anymore, necessary, required, important, relevant, longer, included, counting, interested
`),
);
const AUXILIARIES = new Set(
  wordsIn(`
is, are, do, does, did, will, would, can, need, was, should
`),
);
/** "five a month isn't worth it" judges, "thirty, don't quote me" hedges; neither denies. */
const ASIDE = new Set(['worth', 'quote', 'hold']);
const AFTER_REACH = 5;

/** Whether a negation in the same clause reaches tokens `from` up to `to`: "we don't use it", "it is not needed". */
export function isNegated(utterance: Utterance, sense: Sense, from: number, to: number): boolean {
  const { tokens } = utterance;
  for (let at = from - 1; at >= Math.max(sense.from, from - REACH); at--) {
    const text = tokens[at]?.text ?? '';
    if (LIFTED.has(text) && at > sense.from) return false;
    const next = tokens[at + 1]?.text ?? '';
    if (text === 'not' && GRADED.has(next)) return false;
    if (NEGATORS.has(text)) return !LIFTED.has(next);
    if (text === 'no' && from - at <= NO_REACH && isDeterminer(utterance, at)) return true;
  }
  return isNegatedBehind(utterance, sense, to);
}

function isDeterminer(utterance: Utterance, at: number): boolean {
  const { tokens } = utterance;
  const next = tokens[at + 1];
  return tokens[at]?.stop === undefined && next !== undefined && !next.number && !ANSWERED.has(next.text);
}

function isNegatedBehind(utterance: Utterance, sense: Sense, to: number): boolean {
  const { tokens } = utterance;
  for (let at = to; at < Math.min(sense.to, to + AFTER_REACH); at++) {
    if (tokens[at]?.number) return false;
    if (tokens[at]?.text === 'no' && tokens[at + 1]?.text === 'longer') return true;
    if (tokens[at]?.text !== 'not') continue;
    if (ASIDE.has(tokens[at + 1]?.text ?? '')) return false;
    return AUXILIARIES.has(tokens[at - 1]?.text ?? '') || AFTER.has(tokens[at + 1]?.text ?? '');
  }
  return false;
}
