import { remembered } from '../../../../lib/remembered.ts';
import { wordsIn } from '../vocabulary/lines.ts';
import { hitAt, lexicon, type Hit } from '../match/lexicon.ts';
import { doubtsAbout, type Doubt } from '../judge/doubts.ts';
import { compile, matchAll } from '../match/pattern.ts';
import type { Quantity, Token, Utterance } from '../normalise/types.ts';
import { anyDocuments, documents } from '../vocabulary/documents.ts';
import { otherPeople, otherThings, ownPeople, roles } from '../vocabulary/people.ts';
import { barePeople } from '../vocabulary/team.ts';
import { endsSentence } from '../normalise/stops.ts';
import { isPeriodAt, periodBefore, periodBehind, perOf } from './periods.ts';

export type Counted = 'people' | 'others' | 'documents' | 'things';
/** A number that was said, with what it counts, as far as its neighbours tell. */
export type Count = {
  at: number;
  quantity: Quantity;
  /** Last token of what belongs to it, excluded. */
  to: number;
  counts?: Counted;
  /** Its word: "offices". */
  noun?: string;
  period?: string;
  /** Said of one of several: "per office", "each". */
  per?: string;
  /** "seventy-five more": on top of something else. */
  more: boolean;
  /** "three times a month": how often something is done. */
  isOften: boolean;
  /** "two of them": of those just told. */
  ofThem: boolean;
  /** Its period stands directly behind it or its noun: "ten a week". */
  isDirect: boolean;
  /** The period was "last year", "this month": one of them, not each. */
  isLast: boolean;
  /** It takes the place of the number before it. */
  isInstead: boolean;
  doubts: Set<Doubt>;
};

const NOUNS = lexicon({
  things: otherThings,
  others: otherPeople,
  people: [...ownPeople, ...roles],
  documents: [...Object.values(documents).flat(), ...anyDocuments],
});
const BARE = compile({ people: barePeople }, { people: lexicon([...ownPeople, ...roles]) });
const OFTEN = new Set(['time', 'times']);
const KINDS = lexicon({ documents: Object.values(documents).flat() });
const DOCUMENTS_BEFORE = 6;
/** A noun stands within so many tokens behind its number. */
const NOUN_REACH = 4;
/** "six of those" ends so many tokens behind the number. */
const THOSE = 3;
const STOPS = new Set(
  wordsIn(`
in, at, from, to, a, an, the, our, by, then, around, about, maybe, now, there, here, as, their, would, will, need, do,
can, and, but, so, who, that, which, because, we, i, plus, is, are, was, were, they, if, no, not, sorry, have, has,
on, for, with, or, when, me, it, my
`),
);
const NOT_NOUNS = new Set(
  wordsIn(`
orders, letters, offers, papers, folders, computers, numbers, quarters, trailers, printers, flyers, binders, waivers,
others, chapters, servers, centers, errors, doors, floors, monitors, drawers, customers, members, suppliers, rumors,
tractors, trackers, towers, corners, covers, containers, tasters, lists, hours, years, tours, vendors, plants, grants,
tenants, restaurants, contractors, freelancers, subscribers, volunteers, donors, dollars, newsletters, posters,
stickers, banners, quizzes, speakers, miners
`),
);

const NO_PLURALS = new Set(
  wordsIn(`
altogether, thereabouts, thanks, across, yes, always, plus, this, perhaps, sometimes, besides, unless, works, sounds
`),
);

const CORRECTION = new Set(['no', 'sorry', 'wait', 'mean', 'scratch', 'rather', 'correction', 'actually']);
/** Words between a number and the one that takes its place, and those where "no wait" stands right before it. */
const LONGEST_CORRECTION = 6;
const LONGEST_DETOUR = 14;
/** "i mean thirteen", "make that thirteen", "scratch that thirteen" */
const BESIDE_CORRECTION = new Set([...CORRECTION, 'i', 'that', 'make']);
/** "Forty no four" is a slip of the tongue, "350 a month, no, eight of us" is of something else. */
const FARTHEST_CORRECTION = 10;
const HALF = '50';
const OWNERS_BEFORE = 3;

/** Every count of an utterance. */
export const countsOf = remembered((utterance: Utterance): Count[] => {
  const counts = utterance.tokens.flatMap(({ number }, at) =>
    number?.form === 'count' && !isMargin(utterance, at) ? [countAt(utterance, at, number)] : [],
  );
  const bare = new Set(
    counts.every(({ counts }) => counts !== undefined)
      ? []
      : matchAll(BARE, utterance.tokens).map(({ number }) => number),
  );
  const told: Count[] = [];
  for (const count of counts) {
    const before = told.at(-1);
    const known = bare.has(count.at) ? ofPeople(count) : count;
    told.push(before && isTakenBack(utterance, before, known) ? insteadOf(before, known) : known);
  }
  return told;
});

/** Whether the next count takes the place of one: "four no five". */
export function isTakenBack({ tokens }: Utterance, { at }: Count, next: Count): boolean {
  const between = tokens.slice(at + 1, next.at).map(({ text }) => text);
  const last = between.slice(-2);
  const isAtOnce =
    last[1] === 'sorry' ||
    (last.every((word) => BESIDE_CORRECTION.has(word)) && last.some((word) => CORRECTION.has(word)));
  if (between.length > (isAtOnce ? LONGEST_DETOUR : LONGEST_CORRECTION)) return false;
  return between.some((word, index) => CORRECTION.has(word) || (word === 'not' && between[index + 1] === 'no'));
}

/** "Two fifty a month, no wait, three fifty": a bare number is of what the one before it was, where the two are alike. */
function insteadOf(before: Count, next: Count): Count {
  const { at, to, quantity, doubts } = next;
  const [low = 0, high = 0] = [before.quantity.value, quantity.value].toSorted((a, b) => a - b);
  const isOfSame = next.counts === undefined && !next.isDirect && high <= low * FARTHEST_CORRECTION;
  return { ...(isOfSame ? before : next), at, to, quantity, doubts, isInstead: true };
}

/** "We are four in the service": of people, though no noun says so, and a period before it is of another number. */
function ofPeople(count: Count): Count {
  const { period, ...rest } = count;
  const isBefore = period === undefined || count.to === count.at + 1;
  return count.counts === undefined && isBefore ? { ...rest, isDirect: false, counts: 'people' } : count;
}

/** "five hundred, give or take fifty", "we own it fifty fifty" */
const isMargin = ({ tokens }: Utterance, at: number): boolean =>
  (['take', 'minus'].includes(tokens[at - 1]?.text ?? '') && tokens[at - 2]?.text === 'or') ||
  (tokens[at]?.text === HALF && [tokens[at - 1]?.text, tokens[at + 1]?.text].includes(HALF));

function countAt(utterance: Utterance, at: number, quantity: Quantity): Count {
  const { tokens } = utterance;
  const noun = nounBehind(utterance, at + 1) ?? documentsBefore(utterance, at);
  const behind = periodBehind(utterance, at + 1);
  const period = behind ?? periodBefore(utterance, at);
  const per = perOf(utterance, at);
  const isOfThem = tokens[at + 1]?.text === 'of' && ['them', 'those', 'these'].includes(tokens[at + 2]?.text ?? '');
  const owners = isOfThem ? peopleBefore(utterance, at) : undefined;
  const ofThem = isOfThem && owners === undefined;
  const to = Math.max(at + 1, noun?.to ?? 0, period?.to ?? 0);
  const counts = owners ? 'people' : isPeriodOnly(noun, period) ? undefined : noun?.value;
  return {
    at,
    quantity,
    to: to > at + 1 ? to : at + 1,
    ...(isCounted(counts) ? { counts } : {}),
    ...(noun ? { noun: tokens[noun.to - 1]?.text ?? '' } : {}),
    ...(period ? { period: period.value } : {}),
    ...(per ? { per } : {}),
    isOften: period !== undefined && OFTEN.has(tokens[at + 1]?.text ?? ''),
    ofThem,
    isLast: period !== undefined && ['last', 'this'].includes(tokens[period.to - 2]?.text ?? ''),
    isDirect: behind !== undefined && behind.from - Math.max(ofThem ? at + THOSE : at + 1, noun?.to ?? 0) <= 1,
    more: tokens[at + 1]?.text === 'more' && tokens[at + 2]?.text !== 'or',
    isInstead: false,
    doubts: doubtsOf(utterance, at, period),
  };
}

/** "2,400 in a year" lies not in the future. */
function doubtsOf(utterance: Utterance, at: number, period: Hit | undefined): Set<Doubt> {
  const doubts = doubtsAbout(utterance, at, at + 1);
  if (period && utterance.tokens.slice(at + 1, period.to).some(({ text }) => text === 'in')) doubts.delete('future');
  return doubts;
}

/** "our account officers, twenty two of them": where no number stands before them, those are all of them. */
function peopleBefore({ tokens }: Utterance, before: number): Hit | undefined {
  for (let at = Math.max(0, before - OWNERS_BEFORE); at < before; at++) {
    const hit = hitAt(NOUNS, tokens, at, before);
    if (hit?.value === 'people' && hit.to === before && !tokens[at - 1]?.number) return hit;
  }
  return undefined;
}

/** "coaching agreements, maybe two a month". */
function documentsBefore({ tokens }: Utterance, before: number): Hit | undefined {
  for (let at = before - 1; at >= Math.max(0, before - DOCUMENTS_BEFORE); at--) {
    if (tokens[at]?.number || endsSentence(tokens[at])) return undefined;
    const hit = hitAt(KINDS, tokens, at, before);
    if (hit) return tokens[at - 1]?.number ? undefined : hit;
  }
  return undefined;
}

const isCounted = (value: string | undefined): value is Counted => value !== undefined;
const isPeriodOnly = (noun: Hit | undefined, period: Hit | undefined): boolean =>
  noun !== undefined && period !== undefined && noun.to === period.to && noun.value === 'things';

function nounBehind({ tokens }: Utterance, from: number): Hit | undefined {
  if (endsSentence(tokens[from - 1])) return undefined;
  const first = behindLink(tokens, from);
  for (let at = first; at < Math.min(tokens.length, first + NOUN_REACH); at++) {
    const token = tokens[at];
    if (!token || token.number || isPeriodAt(tokens, at)) return undefined;
    const hit = hitAt(NOUNS, tokens, at, tokens.length);
    // "two store managers": the last noun is what is counted.
    const next = hit && hit.value !== 'people' ? hitAt(NOUNS, tokens, hit.to, tokens.length) : undefined;
    if (hit) return next?.value === 'people' && !endsSentence(tokens[hit.to - 1]) ? next : hit;
    if (isPeople(token.text)) return { value: 'people', to: at + 1 };
    if (token.text === 'per' || token.text === 'each') return undefined;
    if (at === from && isUnknownNoun(token.text)) return { value: 'things', to: at + 1 };
    if (STOPS.has(token.text) || endsSentence(token) || token.stop === ',') return undefined;
  }
  return undefined;
}

/** "seventy [of the] forms", "ninety [or so] documents". */
function behindLink(tokens: Token[], from: number): number {
  const [first, second] = [tokens[from]?.text, tokens[from + 1]?.text ?? ''];
  return (first === 'of' && ['the', 'our', 'my', 'these', 'those'].includes(second)) ||
    (first === 'or' && second === 'so')
    ? from + 2
    : from;
}

/** "collectors": people by their ending. */
export const isPeople = (text: string): boolean =>
  /[a-z]{3}(?:ers|ors|ists|ants|ians|eers)$/u.test(text) && !NOT_NOUNS.has(text);

/** "two charges": a plural that no list has counts something else. */
function isUnknownNoun(text: string): boolean {
  return /^[a-z]{3,}[^s]s$/u.test(text) && !STOPS.has(text) && !NO_PLURALS.has(text);
}

/** "Eighty people a week signing": they sign one document each, and are none of his own. */
export function areSigners({ tokens }: Utterance, { counts, period, to, at }: Count): boolean {
  return (
    (counts === 'people' || counts === 'others') &&
    period !== undefined &&
    tokens.slice(at + 1, to + SIGNING_REACH).some(({ text }) => SIGNING.has(text))
  );
}
const SIGNING = new Set(['sign', 'signs', 'signing']);
const SIGNING_REACH = 3;
