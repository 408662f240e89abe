import type { ActionItem } from '../../results.ts';
import { assentOf } from '../assent.ts';
import { compile, matchAll } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { quote } from '../read.ts';
import type { Talk } from '../talk.ts';
import { waived } from '../vocabulary/actions.ts';
import { saysIn } from '../outcome/endings.ts';
import { dueIn } from './due.ts';
import { kindOf, saidIn, type Said } from './promises.ts';
import { grantedIn } from './requests.ts';
import { sentenceEnd, sentenceStart } from './sentences.ts';

/** A promise, or an offer or a request that the other side took: that stands only where no promise like it follows. */
type Promised = { action: ActionItem; taken: boolean };

const waivers = compile({ waived });
/** A promise is waived in the first words of the answer. */
const WAIVER_REACH = 6;
/** Items in which an offer becomes a promise, whatever words are chosen. */
const SOON = 2;

/** What somebody promised in the call to do after it. */
export function findActions(talk: Talk): ActionItem[] {
  const all = talk.utterances.flatMap((utterance) => [
    ...promisedIn(talk, utterance),
    ...grantedIn(talk, utterance).map((action) => ({ action, taken: true })),
  ]);
  const promises = all.flatMap(({ action, taken }) => (taken ? [] : [action]));
  const kept = all.filter(({ action, taken }) => !taken || !promises.some((promise) => isKept(action, promise)));
  return merged(kept.map(({ action }) => action)).filter((one, _, all) => !isPleasantry(one, all));
}

function promisedIn(talk: Talk, utterance: Utterance): Promised[] {
  if (utterance.role === 'user' && saysIn('voicemail', utterance)) return [];
  const said = withoutPrelude(saidIn(utterance));
  return said.flatMap((one, index): Promised[] => {
    const isOffer = one.as === 'offer';
    if (one.as === 'request' || (isOffer ? !isTaken(talk, utterance) : isWaived(talk, utterance))) return [];
    const end = Math.max(one.to, sentenceEnd(utterance, one.to, said[index + 1]?.from));
    const start = sentenceStart(utterance, one.from);
    const begin = index === 0 ? start : Math.max(one.from, start);
    const due = dueIn(utterance, one.deed, end) ?? dueIn(utterance, begin, one.from);
    const action = quote(utterance, one.deed, end).quote;
    const found = { ...quote(utterance, one.from, end), owner: ownerOf(one), action, due, kind: kindOf(one) };
    return [{ action: found, taken: isOffer }];
  });
}

/** "Let me fix a demonstration. Our engineer will meet you on Tuesday": the second says what the first was to. */
function withoutPrelude(said: Said[]): Said[] {
  const isPrelude = ({ as, utterance, from }: Said): boolean => as === 'self' && utterance.tokens[from]?.text === 'let';
  return said.some(({ as }) => as === 'other' || as === 'we') ? said.filter((one) => !isPrelude(one)) : said;
}

function isTaken(talk: Talk, utterance: Utterance): boolean {
  return utterance.role === 'agent' && assentOf(talk.after(utterance)) === 'yes';
}

/** "No, don't bother": the caller does without it. */
function isWaived(talk: Talk, utterance: Utterance): boolean {
  const answer = utterance.role === 'agent' ? talk.after(utterance) : undefined;
  return answer !== undefined && matchAll(waivers, answer.tokens, 0, WAIVER_REACH).length > 0;
}

function ownerOf({ as, utterance }: Said): ActionItem['owner'] {
  if (utterance.role === 'user') return 'user';
  return as === 'other' || as === 'we' ? 'team' : 'agent';
}

/** "You'll hear from us", at the end, is what was promised before. */
function isPleasantry({ owner, kind, due, item }: ActionItem, all: ActionItem[]): boolean {
  return (
    kind === 'call' &&
    due === null &&
    all.some((one) => one.item < item && one.owner === owner && one.due !== null && owner === 'team')
  );
}

/** The offer or request became this promise. */
function isKept(taken: ActionItem, promise: ActionItem): boolean {
  const later = promise.item - taken.item;
  return later > 0 && (promise.kind === taken.kind || later <= SOON);
}

/** One of a kind for each owner and item. */
function merged(found: ActionItem[]): ActionItem[] {
  const out: ActionItem[] = [];
  for (const one of found) {
    const same = out.find(({ owner, item, kind }) => owner === one.owner && item === one.item && kind === one.kind);
    if (same) same.due ??= one.due;
    else out.push(one);
  }
  return out;
}
