import type { ActionItem } from '../../results.ts';
import { doubtsAbout } from '../judge/doubts.ts';
import { hitAt, lexicon } from '../match/lexicon.ts';
import { compile, matchAll, type Match } from '../match/pattern.ts';
import { clauseAt, sentenceAt } from '../read.ts';
import type { Utterance } from '../normalise/types.ts';
import { isPerson } from './persons.ts';
import { atOnce, days, deeds, machines, offers, promises, requests, teamPeople } from '../vocabulary/actions.ts';

export type Kind = ActionItem['kind'];
type Label = (typeof ORDER)[number];
/** Words by which something is promised, offered or asked for, from its first word to its deed. */
export type Pledge = {
  as: 'self' | 'we' | 'other' | 'offer' | 'request';
  utterance: Utterance;
  from: number;
  to: number;
  deed: number;
  /** Somebody else of the speaker's side would do what is offered: "Anna could meet you". */
  others?: boolean;
  /** Something reaches the other side: "it will be in your inbox". */
  delivered?: boolean;
};

const sets = { deed: lexicon(deeds), who: lexicon(teamPeople), date: lexicon(days) };
const frames = compile({ ...promises, offer: offers, request: requests }, sets);
const inCall = compile({ inCall: atOnce });
const MACHINES = new Set(machines);
const MEMBERSHIP = new Set(['from', 'in', 'of', 'at', 'our', 'my', 'a']);
/** "I can answer questions": how an agent introduces itself. */
const ITEMS_OF_GREETING = 3;
/** Behind these it is a noun: "your email address". */
const ARTICLES = new Set(['your', 'the', 'my', 'a', 'an', 'his', 'her']);
/** Offered in the call, for the call. */
const AT_ONCE = new Set(['ask', 'answer']);
/** What a caller will be, see or hear he promises to nobody. */
const NOT_OF_CALLERS = new Set(['be', 'see', 'hear']);
const CAN = new Set(['can', 'could']);
const ASKED = new Set(['can', 'could', 'may', 'shall', 'should']);
const SPEAKER = new Set(['i', 'we']);
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
const ORDER = ['caused', 'offer', 'request', 'self', 'delivered', 'we', 'other'] as const;
/** A caller who can send something tomorrow promises it; what an agent can do, he offers. */
const CALLER_ORDER = ['caused', 'self', 'delivered', 'we', 'other', 'request', 'offer'] as const;

/** What is promised, offered and asked for in an item, in order; of several readings of one deed the first of `ORDER` counts. */
export function saidIn(utterance: Utterance): Pledge[] {
  const { tokens } = utterance;
  const order: readonly Label[] = utterance.role === 'user' ? CALLER_ORDER : ORDER;
  const passing = matchAll(inCall, tokens);
  const found = matchAll(frames, tokens)
    .filter(
      (match) => isMeant(utterance, match) && !passing.some(({ from }) => from >= match.from && from <= deedOf(match)),
    )
    .toSorted((a, b) => order.findIndex((label) => label === a.label) - order.findIndex((label) => label === b.label))
    .flatMap((match): Pledge[] => {
      const label = ORDER.find((one) => one === match.label);
      const delivered = label === 'delivered';
      const as = label === 'caused' ? 'other' : delivered ? 'self' : label;
      const others = label === 'offer' && (namesPerson(utterance, match) || isOfHouse(utterance, match));
      return as ? [{ as, utterance, from: match.from, to: match.to, deed: deedOf(match), others, delivered }] : [];
    });
  const firsts = found.filter(
    (said, index) => !found.some((one, place) => (one.deed === said.deed ? place < index : isNarrower(one, said))),
  );
  return firsts.toSorted((a, b) => a.from - b.from);
}

/** Of two readings that begin at one word the one that names a deed counts, and the nearer deed. */
function isNarrower(one: Pledge, said: Pledge): boolean {
  if (one.from !== said.from) return false;
  return said.deed === said.from || (one.deed > one.from && one.deed < said.deed);
}

/** What kind of thing is promised; what reaches the other side is a document where its deed names nothing else. */
export const kindOf = ({ utterance, deed, to, delivered }: Pledge): Kind =>
  kindIn(utterance, deed, to) ?? (delivered ? 'document' : 'other');

/** What kind of deed is named at token `deed`, else behind it before `to`. */
export function kindIn({ tokens }: Utterance, deed: number, to: number): Kind | undefined {
  let hit = hitAt(sets.deed, tokens, deed, tokens.length);
  for (let at = deed + 1; !hit && at < to; at++) hit = hitAt(sets.deed, tokens, at, tokens.length);
  const value = hit?.value;
  return (['meeting', 'demo', 'document', 'call', 'trial', 'internal'] as const).find((kind) => kind === value);
}

function deedOf({ sets: { deed }, from }: Match): number {
  return deed?.from ?? from;
}

function isMeant(utterance: Utterance, match: Match): boolean {
  const { tokens } = utterance;
  const doubts = doubtsAbout(utterance, match.from, match.to);
  const inside = tokens.slice(match.from, match.to);
  if (doubts.has('negated') || inside.some(({ text }) => text === 'not' || text === 'never')) return false;
  if (isQuoted(utterance, match.from) || isNoun(utterance, match)) return false;
  if (utterance.role === 'user' && NOT_OF_CALLERS.has(tokens[deedOf(match)]?.text ?? '')) return false;
  if (match.label === 'offer') return isOpenOffer(utterance, match);
  if (match.label === 'request') return isAsked(utterance, match);
  if (utterance.role === 'user' && (doubts.has('hypothetical') || isConditional(utterance, match))) return false;
  if (clauseAt(utterance, match.from)?.question) return false;
  if (match.label === 'delivered') return !isPerson(utterance, match.from - 1);
  if (match.label !== 'other') return true;
  const isFirst = clauseAt(utterance, match.from)?.from === match.from;
  if (!isFirst && ONLY_OFFERED.has(tokens[match.from - 1]?.text ?? '')) return false;
  const will = tokens.findIndex(({ text }, at) => at >= match.from && (text === 'will' || text === 'shall'));
  const subject = will > 0 ? tokens[will - 1]?.text : undefined;
  if (subject === 'they') return tokens.slice(match.from, match.to + BENEFIT_REACH).some(({ text }) => text === 'you');
  const isBringing =
    match.sets.deed === undefined &&
    !tokens.slice(match.from, will > 0 ? will : match.to).some((_, at) => isPerson(utterance, match.from + at));
  if (isBringing) return false;
  const isMachine = subject !== undefined && MACHINES.has(subject) && !MEMBERSHIP.has(tokens[will - 2]?.text ?? '');
  return !isMachine;
}

/** "An email from me": no deed. */
function isNoun({ tokens }: Utterance, { from, sets: { deed } }: Match): boolean {
  return deed !== undefined && deed.from > from && ARTICLES.has(tokens[deed.from - 1]?.text ?? '');
}

/** Somebody of the vendor's people can or could do it; the speaker himself is none. */
function namesPerson(utterance: Utterance, { from, to }: Match): boolean {
  if (ASKED.has(utterance.tokens[from]?.text ?? ''))
    return utterance.tokens.some((_, at) => at > from && at < to && isPerson(utterance, at));
  const can = utterance.tokens.findIndex(({ text }, at) => at > from && at < to && CAN.has(text));
  return can > 0 && isPerson(utterance, can - 1);
}

/** "We could have Priya call you", "would you like somebody to ring you": before the deed stands who would do it. */
const isOfHouse = (utterance: Utterance, match: Match): boolean =>
  utterance.tokens.some(
    ({ text }, at) =>
      match.from <= at && at < deedOf(match) && (text === 'we' || (at > match.from && isPerson(utterance, at))),
  );

/** "They always say I'll send it": somebody else's words. */
export function isQuoted({ tokens }: Utterance, from: number): boolean {
  return QUOTING.has(tokens[from - 1]?.text ?? '') && !SPEAKING.has(tokens[from - 2]?.text ?? '');
}

/** What is put last awaits an answer; "may I ask" and "what can I send" ask for something else. */
function isOpenOffer(utterance: Utterance, match: Match): boolean {
  const {
    from,
    sets: { deed },
  } = match;
  const clause = clauseAt(utterance, from);
  const isLast = clause?.sentence === utterance.clauses.at(-1)?.sentence;
  const first = utterance.tokens[clause?.from ?? 0]?.text ?? '';
  const asks = deed !== undefined && AT_ONCE.has(utterance.tokens[deed.from]?.text ?? '');
  const isOfOthers =
    ASKED.has(utterance.tokens[from]?.text ?? '') && !SPEAKER.has(utterance.tokens[from + 1]?.text ?? '');
  if (isOfOthers && !namesPerson(utterance, match)) return false;
  if (
    CAN.has(utterance.tokens[from + 1]?.text ?? '') &&
    !SPEAKER.has(utterance.tokens[from]?.text ?? '') &&
    !isPerson(utterance, from)
  )
    return false;
  return isLast && !asks && !WH.has(first) && utterance.item > ITEMS_OF_GREETING;
}

/** "Could you send me", and the plain "send me" where nobody else does it. */
function isAsked(utterance: Utterance, { from }: Match): boolean {
  const { tokens, clauses } = utterance;
  if (WH.has(tokens[clauseAt(utterance, from)?.from ?? from]?.text ?? '')) return false;
  if (ASKING.has(tokens[from]?.text ?? '')) return true;
  return clauses.some((clause) => clause.from === from) || ORDERING.has(tokens[from - 1]?.text ?? '');
}

/** "If he says yes I'll call you." */
function isConditional(utterance: Utterance, { from }: Match): boolean {
  const clauses = sentenceAt(utterance, from)?.clauses ?? [];
  return clauses.some((clause) => clause.from <= from && clause.opener === 'if');
}
