import type { ActionItem } from '../../results.ts';
import { doubtsAbout } from '../judge/doubts.ts';
import { lexicon } from '../match/lexicon.ts';
import { compile, matchAll, type Match } from '../match/pattern.ts';
import { clauseAt } from '../read.ts';
import type { Utterance } from '../normalise/types.ts';
import { atOnce, days, deeds, machines, offers, promises, requests, teamPeople } from '../vocabulary/actions.ts';

export type Kind = ActionItem['kind'];
/** Words by which something is promised, offered or asked for, from its first word to its deed. */
export type Said = {
  as: 'self' | 'we' | 'other' | 'offer' | 'request';
  utterance: Utterance;
  from: number;
  to: number;
  deed: number;
};

const sets = { deed: lexicon(deeds), who: lexicon(teamPeople), date: lexicon(days) };
const frames = compile({ ...promises, offer: offers, request: requests }, sets);
const deedFrame = compile({ deed: ['<deed>'] }, sets);
const inCall = compile({ inCall: atOnce });
const MACHINES = new Set(machines);
const MEMBERSHIP = new Set(['from', 'in', 'of', 'at', 'our', 'my', 'a']);
/** "I can answer questions": how an agent introduces itself. */
const ITEMS_OF_GREETING = 3;
/** Offered in the call, for the call. */
/** Behind these it is a noun: "your email address". */
const ARTICLES = new Set(['your', 'the', 'my', 'a', 'an', 'his', 'her']);
const AT_ONCE = new Set(['ask', 'answer']);
/** How far behind a deed of "them" it is told that it is done for the caller: "they'll look at it and call you". */
const BENEFIT_REACH = 6;
const QUOTING = new Set(['say', 'says', 'said', 'goes', 'promise', 'promised', 'like']);
const SPEAKING = new Set(['i', 'we', 'just', 'me']);
/** "I can have somebody call you" promises nothing. */
const ONLY_OFFERED = new Set(['can', 'could', 'shall', 'should', 'may', 'to', 'would', 'me']);
/** Before an order that is one: "fine, send me an offer", not "they send me contracts". */
const ORDERING = new Set([
  'please',
  'just',
  'then',
  'and',
  'so',
  'okay',
  'fine',
  'yes',
  'well',
  'maybe',
  'or',
  'but',
  'good',
]);
const ASKING = new Set(['can', 'could', 'would', 'will', 'please', 'you']);
const WH = new Set(['what', 'how', 'when', 'who', 'where', 'which']);
const ORDER = ['offer', 'request', 'self', 'we', 'other'] as const;
/** A caller who can send something tomorrow promises it; what an agent can do, he offers. */
const CALLER_ORDER = ['self', 'we', 'other', 'request', 'offer'] as const;

/** What is promised, offered and asked for in an item, in order; of several readings of one deed the first of `ORDER` counts. */
export function saidIn(utterance: Utterance): Said[] {
  const { tokens } = utterance;
  const order: readonly Said['as'][] = utterance.role === 'user' ? CALLER_ORDER : ORDER;
  const passing = matchAll(inCall, tokens);
  const found = matchAll(frames, tokens)
    .filter(
      (match) => isMeant(utterance, match) && !passing.some(({ from }) => from >= match.from && from <= deedOf(match)),
    )
    .flatMap((match): Said[] => {
      const as = ORDER.find((label) => label === match.label);
      return as ? [{ as, utterance, from: match.from, to: match.to, deed: deedOf(match) }] : [];
    })
    .toSorted((a, b) => order.indexOf(a.as) - order.indexOf(b.as));
  const firsts = found.filter(
    (said, index) => !found.some((one, place) => (one.deed === said.deed ? place < index : isNarrower(one, said))),
  );
  return firsts.toSorted((a, b) => a.from - b.from);
}

/** Of two readings that begin at one word the one that names a deed counts, and the nearer deed. */
function isNarrower(one: Said, said: Said): boolean {
  if (one.from !== said.from) return false;
  return said.deed === said.from || (one.deed > one.from && one.deed < said.deed);
}

export function kindOf({ utterance, deed, to }: Said): Kind {
  const match = matchAll(deedFrame, utterance.tokens, deed).find(
    ({ from }) => from === deed || (from > deed && from < to),
  );
  const value = match?.sets.deed?.value;
  return (
    (['meeting', 'demo', 'document', 'call', 'trial', 'internal'] as const).find((kind) => kind === value) ?? 'other'
  );
}

function deedOf({ sets: { deed }, from }: Match): number {
  return deed?.from ?? from;
}

function isMeant(utterance: Utterance, match: Match): boolean {
  const { tokens } = utterance;
  const doubts = doubtsAbout(utterance, match.from, match.to);
  const inside = tokens.slice(match.from, match.to);
  if (doubts.has('negated') || inside.some(({ text }) => text === 'not' || text === 'never')) return false;
  if (isQuoted(utterance, match)) return false;
  if (match.label === 'offer') return isOpenOffer(utterance, match);
  if (match.label === 'request') return isAsked(utterance, match);
  if (utterance.role === 'user' && (doubts.has('hypothetical') || isConditional(utterance, match))) return false;
  if (clauseAt(utterance, match.from)?.question) return false;
  if (match.label !== 'other') return true;
  const isFirst = clauseAt(utterance, match.from)?.from === match.from;
  if (!isFirst && ONLY_OFFERED.has(tokens[match.from - 1]?.text ?? '')) return false;
  const will = tokens.findIndex(({ text }, at) => at >= match.from && (text === 'will' || text === 'shall'));
  const subject = will > 0 ? tokens[will - 1]?.text : undefined;
  if (subject === 'they') return tokens.slice(match.from, match.to + BENEFIT_REACH).some(({ text }) => text === 'you');
  const isMachine = subject !== undefined && MACHINES.has(subject) && !MEMBERSHIP.has(tokens[will - 2]?.text ?? '');
  return !isMachine;
}

/** "They always say I'll send it": somebody else's words. */
function isQuoted({ tokens }: Utterance, { from }: Match): boolean {
  return QUOTING.has(tokens[from - 1]?.text ?? '') && !SPEAKING.has(tokens[from - 2]?.text ?? '');
}

/** What is put last awaits an answer; "may I ask" and "what can I send" ask for something else. */
function isOpenOffer(utterance: Utterance, { from, sets: { deed } }: Match): boolean {
  const clause = clauseAt(utterance, from);
  const isLast = clause?.sentence === utterance.clauses.at(-1)?.sentence;
  const first = utterance.tokens[clause?.from ?? 0]?.text ?? '';
  const asks =
    deed !== undefined &&
    (AT_ONCE.has(utterance.tokens[deed.from]?.text ?? '') || ARTICLES.has(utterance.tokens[deed.from - 1]?.text ?? ''));
  return isLast && !asks && !WH.has(first) && utterance.item > ITEMS_OF_GREETING;
}

/** "Could you send me", and the plain "send me" where nobody else does it. */
function isAsked({ tokens, clauses }: Utterance, { from }: Match): boolean {
  if (ASKING.has(tokens[from]?.text ?? '')) return true;
  return clauses.some((clause) => clause.from === from) || ORDERING.has(tokens[from - 1]?.text ?? '');
}

/** "If he says yes I'll call you." */
function isConditional(utterance: Utterance, { from }: Match): boolean {
  const here = clauseAt(utterance, from)?.sentence;
  return utterance.clauses.some((clause) => clause.sentence === here && clause.from <= from && clause.opener === 'if');
}
