import { wordsIn } from '../vocabulary/lines.ts';
import { hitAt, lexicon } from '../match/lexicon.ts';
import { isPeople } from './counts.ts';
import type { Token, Utterance } from '../normalise/types.ts';
import { ownPeople, roles } from '../vocabulary/people.ts';

/** People who are told one by one, added up: "me, two recruiters and a nurse", "nine plus me and the missus". */
export type Listed = { value: number; from: number; to: number; ours: boolean };

const ROLES = lexicon(roles);
const PEOPLE = lexicon(ownPeople);
const JOINS = new Set(['and', 'plus', 'then', 'also']);
const ARTICLES = new Set(['a', 'an', 'my', 'our', 'the', 'another', 'one']);
const PLACES = new Set(['in', 'at', 'on', 'up', 'out', 'for', 'from', 'doing']);
const SAME = new Set(['herself', 'himself']);
const SELF = new Set(['me', 'myself']);
/** "three educators and i": at the end of a list only, else he begins to say what he does. */
const SELF_AT_END = 'i';
/** "six including him and me": those are counted already. */
const INCLUDED = new Set(['including', 'counting', 'with', 'includes', 'included']);
/** So many words stand at most between it and what is included, and between the whole and it. */
const INCLUDED_REACH = 4;
const WHOLE_REACH = 5;
const BEFORE_SELF = new Set(
  wordsIn(`
is, be, just, only, and, yes, well, plus, no, so, with, basically, between
`),
);
const NO_NAMES = new Set(
  wordsIn(`
we, i, it, that, so, then, they, he, she, you, is, there, sometimes, maybe, not, nobody, yes, no, the, also, what,
occasionally, this, our, my, if, how, do, hang, hold, wait
`),
);
const FEWEST = 2;
/** "in the back office": so many tokens at most tell where somebody is. */
const PLACE_WORDS = 4;

type Member = { count: number; to: number; isSelf: boolean };

/**
 * The longest list of people in an item. Numbers count only at the places in `counted`; names and unknown titles only behind
 * "me", where the size was asked for.
 */
export function listedPeople({ tokens }: Utterance, counted: Set<number>, isAsked: boolean): Listed | undefined {
  let best: (Listed & { members: number }) | undefined;
  for (let from = 0; from < tokens.length; from++) {
    if (isIncluded(tokens, from)) continue;
    const list = listFrom(tokens, from, counted, isAsked);
    if (list && list.members > (best?.members ?? 1)) best = list;
  }
  return best && { value: best.value, from: best.from, to: best.to, ours: true };
}

/** "seven, counting our two students": those of a number before it. */
export function isIncluded(tokens: Token[], from: number): boolean {
  const first = Math.max(0, from - INCLUDED_REACH);
  const at = first + tokens.slice(first, from).findLastIndex(({ text }) => INCLUDED.has(text));
  return at >= first && tokens.slice(Math.max(0, at - WHOLE_REACH), at).some(({ number }) => number?.form === 'count');
}

function listFrom(
  tokens: Token[],
  from: number,
  counted: Set<number>,
  isAsked: boolean,
): (Listed & { members: number }) | undefined {
  let at = from;
  let value = 0;
  let members = 0;
  let hasSelf = false;
  for (;;) {
    const joined = members > 0 && (JOINS.has(tokens[at]?.text ?? '') || tokens[at - 1]?.stop === ',');
    let start = at;
    while (members > 0 && JOINS.has(tokens[start]?.text ?? '')) start += 1;
    const member = memberAt(tokens, start, counted, { joined, hasSelf, isAsked });
    // "ten two of them left" is no list.
    if (
      isParted(tokens, start, from) ||
      !member ||
      (members > 0 && !joined && tokens[start]?.number && !(member.to > start + 1 && at > from + 1))
    )
      break;
    // "a family of five, and the five of us run it"
    if (members === 1 && member.count === value && tokens[start]?.text === 'the' && tokens[start + 1]?.number) break;
    // "thirteen technicians, one dispatcher, fourteen logins": the last is their sum.
    if (members > 1 && !joined && member.count === value) break;
    value += member.count;
    members += 1;
    hasSelf ||= member.isSelf;
    at = behindPlace(tokens, member.to);
  }
  const hasNumber = [...counted].some((place) => from <= place && place < at);
  const isTold = hasSelf
    ? isAsked || ['is', 'just', 'be', 'only'].includes(tokens[from - 1]?.text ?? '') || hasNumber
    : tokens[from]?.number !== undefined;
  return members >= FEWEST && isTold ? { value, from, to: at, ours: true, members } : undefined;
}

/** A sentence ends before it, "Only me. My husband refuses"; or it is said of the one before, "the secretary herself". */
const isParted = (tokens: Token[], at: number, from: number): boolean =>
  at > from &&
  ((tokens[at - 1]?.stop ?? ',') !== ',' ||
    (SAME.has(tokens[at]?.text ?? '') && !JOINS.has(tokens[at - 1]?.text ?? '')));

function memberAt(
  tokens: Token[],
  at: number,
  counted: Set<number>,
  told: { joined: boolean; hasSelf: boolean; isAsked: boolean },
): Member | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (token.text === SELF_AT_END && told.joined && (token.stop !== undefined || at === tokens.length - 1))
    return { count: 1, to: at + 1, isSelf: true };
  // "three at the other, me included"
  if (SELF.has(token.text) && INCLUDED.has(tokens[at + 1]?.text ?? '')) return undefined;
  if (SELF.has(token.text))
    return at === 0 || BEFORE_SELF.has(tokens[at - 1]?.text ?? '') || told.joined || isHead(tokens, at)
      ? { count: 1, to: at + 1, isSelf: true }
      : undefined;
  const isArticle = ARTICLES.has(token.text);
  const number = isArticle && tokens[at + 1]?.number ? at + 1 : at;
  if (counted.has(number) && !(isArticle && number === at))
    return { count: tokens[number]?.number?.value ?? 0, to: behindNoun(tokens, number + 1), isSelf: false };
  const noun = isArticle ? at + 1 : at;
  const role =
    hitAt(ROLES, tokens, noun, tokens.length) ??
    (told.joined ? hitAt(ROLES, tokens, noun + 1, tokens.length) : undefined);
  if (role && (isArticle || told.joined || told.hasSelf) && !token.number)
    return { count: 1, to: role.to, isSelf: false };
  if (!told.joined || !told.hasSelf || !told.isAsked) return undefined;
  const name = tokens[noun]?.text ?? '';
  return /^\p{L}{2,}$/u.test(name) &&
    !NO_NAMES.has(name) &&
    !['is', 'are', 'said'].includes(tokens[noun + 1]?.text ?? '')
    ? { count: 1, to: noun + 1, isSelf: false }
    : undefined;
}

/** "new jersey me and my two brothers": he heads a list wherever he says it. */
const isHead = (tokens: Token[], at: number): boolean =>
  JOINS.has(tokens[at + 1]?.text ?? '') && ['my', 'our'].includes(tokens[at + 2]?.text ?? '');

/** Behind what is counted: "two [store managers]", "three [now]". */
function behindNoun(tokens: Token[], from: number): number {
  for (let at = from; at < Math.min(tokens.length, from + 3); at++) {
    const hit = hitAt(PEOPLE, tokens, at, tokens.length) ?? hitAt(ROLES, tokens, at, tokens.length);
    if (hit) return hit.to;
    if (isPeople(tokens[at]?.text ?? '')) return at + 1;
    if (tokens[at]?.number || JOINS.has(tokens[at]?.text ?? '') || SELF.has(tokens[at]?.text ?? '')) break;
  }
  return tokens[from]?.text === 'now' ? from + 1 : from;
}

function behindPlace(tokens: Token[], at: number): number {
  if (!PLACES.has(tokens[at]?.text ?? '') && tokens[at]?.text !== 'now') return at;
  const next = tokens.findIndex(
    ({ text, number, stop }, index) =>
      index > at && (JOINS.has(text) || number !== undefined || stop === ',' || index > at + PLACE_WORDS),
  );
  if (next < 0) return tokens.length;
  return tokens[next]?.stop === ',' && !JOINS.has(tokens[next]?.text ?? '') ? next + 1 : next;
}
