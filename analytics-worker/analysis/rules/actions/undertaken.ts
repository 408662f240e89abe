import { lexicon } from '../match/lexicon.ts';
import { compile, matchAll, matchesAt } from '../match/pattern.ts';
import type { Token, Utterance } from '../normalise/types.ts';
import { clauseAt, sentenceAt } from '../read.ts';
import { beforeDeeds, deeds, undone } from '../vocabulary/actions.ts';
import { wordsIn } from '../vocabulary/lines.ts';
import { isPerson } from './persons.ts';
import { isQuoted, type Pledge } from './promises.ts';

/** `byDate`: told in the present, which is a promise only with a day: "then i take it up with him on tuesday". */
export type Undertaken = Pledge & { byDate: boolean };

const willing = compile({
  self: ['i will|shall', 'i am going to', 'make i'],
  we: ['we will|shall', 'we are going to'],
  other: ['_ will|shall', '_ is|are going to'],
  bare: ['will', 'going to'],
  present: ['i|we'],
});
const ways = compile({ undone, before: beforeDeeds, named: ['<deed>'] }, { deed: lexicon(deeds) });
const CONDITIONS = new Set(['if', 'unless', 'or', 'when', 'until', 'whether', 'that', 'because', 'since']);
/** "And i will", "so we have": no deed in the present. */
const NO_DEEDS = new Set(
  wordsIn(`will, shall, would, can, could, should, might, may, must, am, is, are, was, were, have, had, has, do, did, does, got, get, need, just, not,
  always, never, usually, only, still, already, also, really, mean, lost, left, went, saw, told, said, asked, bought, heard, thought, found, used, tried, sent, made, took, gave`),
);
const LEADING = new Set(['then', 'and', 'so', 'okay', 'yes', 'right', 'well', 'great', 'fine', 'good', 'thanks']);
/** What was done before one of these is done in the call. */
const AT_ONCE = new Set(['now', 'here']);
const AT_ONCE_REACH = 3;

/**
 * What a speaker undertakes by any verb at all: "I'll look out the old notes for her". Verbs by which nothing is done, or only in the call,
 * are told apart by name; whether it is meant for later, its place in the call must tell.
 */
export function undertakenIn(utterance: Utterance): Undertaken[] {
  const { tokens } = utterance;
  return matchAll(willing, tokens).flatMap(({ label, from, to }): Undertaken[] => {
    const deed = deedAt(tokens, to);
    const as = subjectOf(utterance, label, from);
    const isPresent = label === 'present';
    if (!as || deed === undefined || !isDone(utterance, from, deed)) return [];
    if (isPresent && !isTold(tokens, from, deed)) return [];
    if (label === 'bare' && !isFirst(utterance, from)) return [];
    return [{ as, utterance, from, to: deed + 1, deed, byDate: isPresent || label === 'bare' }];
  });
}

/** "Then i take it up with him": a deed that is told, by its name where nothing leads to it. */
function isTold(tokens: Token[], from: number, deed: number): boolean {
  if (NO_DEEDS.has(tokens[deed]?.text ?? '')) return false;
  return LEADING.has(tokens[from - 1]?.text ?? '') || reach(tokens, 'named', deed) > deed;
}

/** "Will send it tonight", with nobody before it. */
function isFirst({ tokens }: Utterance, at: number): boolean {
  return at === 0 || tokens[at - 1]?.stop !== undefined || LEADING.has(tokens[at - 1]?.text ?? '');
}

/** "Finance will issue it" counts for the vendor's people; of others a caller's words say too little. */
function subjectOf(utterance: Utterance, label: string, at: number): Pledge['as'] | undefined {
  if (utterance.role === 'user') return label === 'other' ? undefined : 'self';
  if (label === 'present' || label === 'bare' || (label === 'other' && !isPerson(utterance, at))) return undefined;
  return label === 'self' || label === 'we' ? label : 'other';
}

function deedAt(tokens: Token[], from: number): number | undefined {
  const before = matchesAt(ways, tokens, from).find(({ label }) => label === 'before');
  const at = before?.to ?? from;
  const undone = reach(tokens, 'undone', at);
  const isUndone = undone > at && reach(tokens, 'named', at) <= undone;
  return isUndone || at + 1 >= tokens.length ? undefined : at;
}

/** How far a way of speaking leads that begins here: "take it up" farther than "take it". */
function reach(tokens: Token[], label: string, at: number): number {
  const here = matchesAt(ways, tokens, at).filter((match) => match.label === label);
  return Math.max(at, ...here.map(({ to }) => to));
}

function isDone(utterance: Utterance, from: number, deed: number): boolean {
  const { tokens } = utterance;
  if (tokens[deed]?.stop || tokens[deed]?.number) return false;
  const clauses = sentenceAt(utterance, from)?.clauses ?? [];
  return (
    !clauses.some((clause) => clause.from <= from && CONDITIONS.has(clause.opener ?? '')) &&
    clauseAt(utterance, from)?.question !== true &&
    !CONDITIONS.has(tokens[from - 1]?.text ?? '') &&
    !isQuoted(utterance, from) &&
    !tokens.slice(deed, deed + AT_ONCE_REACH + 1).some(({ text }) => AT_ONCE.has(text))
  );
}
