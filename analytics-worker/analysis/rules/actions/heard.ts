import { groupBy } from '../../../../lib/group.ts';
import type { ActionItem } from '../../results.ts';
import { appointmentIn, bookedIn } from './appointments.ts';
import { assentOf } from '../assent.ts';
import { compile, matchAll } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { quote, sentenceAt } from '../read.ts';
import type { Talk } from '../talk.ts';
import { waived } from '../vocabulary/actions.ts';
import { saysIn } from '../outcome/endings.ts';
import { dueIn, isDay } from './due.ts';
import { kindOf, saidIn, type Pledge } from './promises.ts';
import { grantedIn, settledBy } from './requests.ts';
import { undertakenIn, type Undertaken } from './undertaken.ts';

/** A promise, or an offer or a request that the other side took: that stands only where no promise like it follows. */
type Promised = { action: ActionItem; taken: boolean };

const waivers = compile({ waived });
/** A promise is waived in the first words of the answer. */
const WAIVER_REACH = 6;
/** So many items farther an offer becomes a promise, whatever words are chosen, and one meeting is told again. */
const NEAR = [1, 2];
/** So near the end of a call what somebody will do comes after it. */
const LAST_ITEMS = 5;
const ANEW = new Set(['and', 'so', 'but', 'works', 'then', 'is', 'are']);

/** What frames hear somebody promise to do after the call. */
export function hearActions(talk: Talk): ActionItem[] {
  const all = talk.utterances.flatMap((utterance) => [
    ...promisedIn(talk, utterance),
    ...[...grantedIn(talk, utterance), ...bookedIn(talk, utterance)].map((action) => ({ action, taken: true })),
  ]);
  const isKept = keptBy(all.flatMap(({ action, taken }) => (taken ? [] : [action])));
  return toldOnce(merged(all.flatMap(({ action, taken }) => (taken && isKept(action) ? [] : [action]))));
}

function promisedIn(talk: Talk, utterance: Utterance): Promised[] {
  if (utterance.role === 'user' && saysIn('voicemail', utterance)) return [];
  const named = withoutSequel(withoutPrelude(saidIn(utterance)));
  const said = [...named, ...undertaken(talk, utterance, named)].toSorted((a, b) => a.from - b.from);
  const appointment = utterance.role === 'agent' && said.length === 0 ? appointmentIn(utterance) : undefined;
  if (appointment) said.push(appointment);
  return said.flatMap((one, index): Promised[] => {
    if (one.as === 'request') return [];
    const end = Math.max(one.to, endOf(utterance, one.to - 1, said[index + 1]?.from));
    if (one.as === 'offer') return takenIn(talk, one, end).map((action) => ({ action, taken: true }));
    if (isWaived(talk, utterance)) return [];
    const start = sentenceAt(utterance, one.from)?.from ?? one.from;
    const anew = isOthers(one) ? start : Math.max(start, anewBefore(utterance, one.from));
    const begin = index === 0 ? anew : Math.max(one.from, start);
    const due = dueIn(utterance, one.deed, end) ?? dueIn(utterance, begin, one.from);
    const action = quote(utterance, one.deed, end).quote;
    const found = { ...quote(utterance, one.from, end), owner: ownerOf(one), action, due, kind: kindOf(one) };
    return [{ action: found, taken: utterance.role === 'agent' && isProposed(one) }];
  });
}

/** Where the sentence ends that token `at` stands in, or what is said `next` begins. */
function endOf(utterance: Utterance, at: number, next = utterance.tokens.length): number {
  return Math.min(sentenceAt(utterance, at)?.to ?? next, next);
}

/** "Thursday is fine and i'll warn her": the day is another's. */
function anewBefore({ tokens }: Utterance, from: number): number {
  return tokens.slice(0, from).findLastIndex(({ text }) => ANEW.has(text)) + 1;
}

/** What somebody is about to do by a day, or a caller as the call ends, whatever he calls it: one thing where nothing else is named. */
function undertaken(talk: Talk, utterance: Utterance, named: Pledge[]): Pledge[] {
  const left = (talk.utterances.at(-1)?.item ?? 0) - utterance.item;
  const isClosing = utterance.role === 'user' && left < LAST_ITEMS;
  const isNamed = (one: Pledge): boolean =>
    named.some((said) => isOthers(said) === isOthers(one) || (said.from <= one.deed && one.from < said.to));
  const isForLater = ({ deed, byDate }: Undertaken): boolean => {
    if (isClosing && !byDate) return true;
    if (byDate ? !isClosing : left >= utterance.item) return false;
    const next = named.find(({ from }) => from > deed)?.from;
    const due = dueIn(utterance, deed, endOf(utterance, deed, next));
    return due !== null && (!byDate || isDay(due));
  };
  const first = undertakenIn(utterance).find((one) => !isNamed(one) && isForLater(one));
  return first ? [first] : [];
}

const isOthers = ({ as, others }: Pledge): boolean => as === 'other' || as === 'we' || others === true;

/** "Let me fix a demonstration. Our engineer will meet you on Tuesday": the second says what the first was to. */
function withoutPrelude(said: Pledge[]): Pledge[] {
  return said.some(isOthers) ? said.filter((one) => !isProposed(one)) : said;
}

/** "Our engineer can look at it and call you on Friday": it is all his. */
function withoutSequel(said: Pledge[]): Pledge[] {
  return said.filter(({ utterance, from }, index) => {
    const before = said[index - 1];
    const isSequel = before && isOthers(before) && utterance.tokens[from]?.text === 'and';
    return !isSequel || endOf(utterance, before.to - 1) < from;
  });
}

/** "Let me send you something": an offer that needs no answer. */
const isProposed = ({ as, utterance, from }: Pledge): boolean =>
  as === 'self' && utterance.tokens[from]?.text === 'let';

/** An offer is promised where the caller takes it. */
function takenIn(talk: Talk, offer: Pledge, end: number): ActionItem[] {
  const answer = offer.utterance.role === 'agent' ? talk.after(offer.utterance) : undefined;
  return answer && assentOf(answer) === 'yes' ? [settledBy(answer, offer, end, ownerOf(offer))] : [];
}

/** "No, don't bother": the caller does without it. */
export function isWaived(talk: Talk, utterance: Utterance): boolean {
  const answer = utterance.role === 'agent' ? talk.after(utterance) : undefined;
  return answer !== undefined && matchAll(waivers, answer.tokens, 0, WAIVER_REACH).length > 0;
}

function ownerOf(said: Pledge): ActionItem['owner'] {
  if (said.utterance.role === 'user') return 'user';
  return isOthers(said) ? 'team' : 'agent';
}

/** Without what the vendor's people are only told again to do. */
export function toldOnce(found: ActionItem[]): ActionItem[] {
  const byItem = groupBy(
    found.filter(({ owner }) => owner === 'team'),
    ({ item }) => item,
  );
  const firstDated = found.find(({ owner, due }) => owner === 'team' && due !== null)?.item ?? Infinity;
  return found.filter((one) => one.owner !== 'team' || !(isPleasantry(one, firstDated) || isToldAgain(one, byItem)));
}

/** "You'll hear from us", at the end, is what was promised before. */
function isPleasantry({ kind, due, item }: ActionItem, firstDated: number): boolean {
  return kind === 'call' && due === null && firstDated < item;
}

/** One meeting is told twice: the last words stand that name the day. */
function isToldAgain({ item, due }: ActionItem, byItem: ReadonlyMap<number, ActionItem[]>): boolean {
  return NEAR.some((far) =>
    due === null
      ? byItem.get(item - far)?.some((one) => one.due !== null)
      : byItem.get(item + far)?.some((one) => one.due === due),
  );
}

/** Whether an offer or a request became one of these promises: soon by whatever words, of its kind however late. */
function keptBy(promises: readonly ActionItem[]): (taken: ActionItem) => boolean {
  const isAny = followedBy(promises);
  const isFirm = followedBy(promises.filter(({ owner, due }) => owner !== 'team' || due !== null));
  return (taken) => (taken.owner === 'team' && taken.due !== null ? isFirm(taken) : isAny(taken));
}

function followedBy(promises: readonly ActionItem[]): (taken: ActionItem) => boolean {
  const items = new Set(promises.map(({ item }) => item));
  const last = new Map(promises.map(({ kind, item }) => [kind, item]));
  return ({ kind, item }) => (last.get(kind) ?? 0) > item || NEAR.some((far) => items.has(item + far));
}

/** One of a kind for each owner and item, with the first date told. */
function merged(found: readonly ActionItem[]): ActionItem[] {
  const same = groupBy(found, ({ owner, item, kind }) => `${item} ${owner} ${kind}`);
  return [...same.values()].flatMap((group) => {
    const due = group.find((one) => one.due !== null)?.due ?? null;
    return group.slice(0, 1).map((first) => ({ ...first, due }));
  });
}
