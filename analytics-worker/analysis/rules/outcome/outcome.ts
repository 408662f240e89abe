import type { ActionItem, Outcome } from '../../results.ts';
import type { Evidence } from '../../transcript.ts';
import type { Talk } from '../talk.ts';
import { doubtsAbout } from '../judge/doubts.ts';
import { lackIn } from '../gaps/gaps.ts';
import { isAppointment } from '../actions/due.ts';
import { quote } from '../read.ts';
import { agreedTime } from './agreed.ts';
import { lastSaid, saysIn } from './endings.ts';
import { wordsIn } from '../vocabulary/lines.ts';
import type { Utterance } from '../normalise/types.ts';
import { isPrank } from './stranger.ts';

/** What an agent does in his own house is no next step with the caller. */
const HOUSEKEEPING = new Set<ActionItem['kind']>(['internal', 'other']);
/** … unless he comes back with what he finds, or brings it. */
const COMING_BACK =
  /\b(?:ring|call|phone|e-?mail|write|text|send|with|to|back to|let) you\b|\byour? (?:inbox|desk)\b/iu;
const STRIKING_OFF = /\boff\b|\b(?:delete|remov)/iu;
/** Who rings where help is given needs some, unless he says that he wants to buy. */
const HELP_LINE = /\bsupport\b|\bhelp ?(?:desk|line)\b/iu;
const BUYING = /\b(?:interested|pric(?:e|es|ing)|demo|looking (?:for|at|into)|buy|sales)\b/iu;
const POLITE = new Set(['please', 'now', 'then', 'and', 'first', 'just', 'so', 'next']);
const ORDERS = new Set(
  wordsIn(`click, press, choose, select, tap, refresh, reload, type, scroll, open, restart, enter`),
);
const OPENING_ITEMS = 2;
const HELPED_WITHIN = 4;
const CLOSING_ITEMS = 2;
/** So late in a call a refusal is its end. */
const LAST_WORDS = 5;

/** How a call came out: the first that applies, from what is certain to what is left. */
export function findOutcome(talk: Talk, actions: readonly ActionItem[]): Outcome {
  const read: [Outcome['outcome'], Evidence | undefined][] = [
    ['voicemail', lastSaid('voicemail', talk.caller) ?? messageLeft(talk)],
    ['wrong_number', wrongNumber(talk)],
    ['no_interest', isPrank(talk) ? ending(talk) : undefined],
    ['meeting', meeting(talk, actions)],
    ['support_resolved', resolved(talk, actions)],
    ['support_unresolved', isSupport(talk) ? ending(talk) : undefined],
    ['hangup', played(talk, actions)],
    ['disqualified', unfit(talk)],
    ['hangup', brokenOff(talk)],
    ['no_interest', refused(talk, actions)],
    ['follow_up', followed(actions)],
    ['hangup', unclosed(talk)],
  ];
  const [outcome, evidence] = read.find(([, found]) => found) ?? ['no_interest', ending(talk)];
  return { outcome, evidence: evidence ? [evidence] : [] };
}

/** The agent's own machine took the call: he said its text, the caller left a message, and nobody answered. */
function messageLeft(talk: Talk): Evidence | undefined {
  const [greeting, ...more] = talk.agent;
  return greeting && more.length === 0 ? lastSaid('voicemail', [greeting]) : undefined;
}

function wrongNumber(talk: Talk): Evidence | undefined {
  const told = lastSaid('wrongNumberByAgent', talk.agent);
  if (told) return lastSaid('wrongNumber', talk.caller) ?? told;
  // Nobody told him: he noticed by himself, and left.
  return talk.caller.length <= OPENING_ITEMS ? lastSaid('wrongNumberNoticed', talk.caller.slice(-1)) : undefined;
}

function meeting(talk: Talk, actions: readonly ActionItem[]): Evidence | undefined {
  const set = lastSaid('meetingSet', talk.agent);
  if (set) return set;
  const meets = actions.find(({ owner, kind, due }) => owner === 'team' && kind !== 'document' && isAppointment(due));
  return meets ? { item: meets.item, quote: meets.quote } : isSupport(talk) ? undefined : agreedTime(talk);
}

function isSupport(talk: Talk): boolean {
  const [greeting] = talk.agent;
  const isHelpLine = greeting !== undefined && HELP_LINE.test(greeting.text);
  const opening = talk.caller.slice(0, OPENING_ITEMS);
  if (isHelpLine && !opening.some(({ text }) => BUYING.test(text))) return true;
  return (
    lastSaid('support', opening) !== undefined ||
    (talk.agent.slice(0, HELPED_WITHIN).some((said) => lastSaid('helping', [said]) !== undefined || instructs(said)) &&
      !opening.some(({ text }) => BUYING.test(text)))
  );
}

/** "Now press send": an order to somebody who has it before him. */
function instructs({ tokens, clauses }: Utterance): boolean {
  return clauses.some(({ from }) => {
    const at = POLITE.has(tokens[from]?.text ?? '') ? from + 1 : from;
    const order = tokens[at];
    return order !== undefined && ORDERS.has(order.text) && !order.stop;
  });
}

/** The caller says that it works, or leaves contented with nothing left to be done for him. */
function resolved(talk: Talk, actions: readonly ActionItem[]): Evidence | undefined {
  if (!isSupport(talk)) return undefined;
  const pending = actions.some(({ owner }) => owner !== 'user') || talk.agent.slice(-CLOSING_ITEMS).some(lackIn);
  const fixed = lastSaid('fixed', talk.caller.slice(1));
  // Whoever must be rung up by the team afterwards was not helped yet.
  const isOpen = actions.some(({ owner, item }) => owner === 'team' && fixed && item > fixed.item);
  return (
    (isOpen ? undefined : fixed) ?? (pending ? undefined : lastSaid('contented', talk.caller.slice(-CLOSING_ITEMS)))
  );
}

function unfit(talk: Talk): Evidence | undefined {
  return (
    lastSaid('unfitByCaller', talk.caller) ??
    lastSaid(
      'unfit',
      talk.agent.filter(({ item }) => item > 1),
    )
  );
}

/** Who begins by giving the machine orders is after nothing. */
function played(talk: Talk, actions: readonly ActionItem[]): Evidence | undefined {
  const first = talk.caller.slice(0, OPENING_ITEMS).some((said) => doubtsAbout(said, 0, 1).has('machine'));
  return first && actions.length === 0 ? ending(talk) : undefined;
}

/** The caller said that he hangs up, or the agent speaks to nobody. */
function brokenOff(talk: Talk): Evidence | undefined {
  const silent = lastSaid('stillThere', talk.utterances.slice(-1));
  const last = talk.caller.at(-1);
  return (
    silent ??
    (last && talk.utterances.at(-1) === last && !saysIn('goodbye', last) ? lastSaid('breaksOff', [last]) : undefined)
  );
}

/** He wants none of it, and nothing was agreed after. */
function refused(talk: Talk, actions: readonly ActionItem[]): Evidence | undefined {
  const refusal = lastSaid('noInterest', talk.caller.slice(-LAST_WORDS));
  const agreed = actions.some(({ item, kind }) => refusal && item > refusal.item && kind !== 'internal');
  return agreed ? undefined : refusal;
}

/** Something is to come: to strike him off a list is nothing of it. */
function followed(actions: readonly ActionItem[]): Evidence | undefined {
  const last = actions.findLast(
    ({ owner, kind, quote }) =>
      owner !== 'agent' || (HOUSEKEEPING.has(kind) ? COMING_BACK.test(quote) : !STRIKING_OFF.test(quote)),
  );
  return last && { item: last.item, quote: last.quote };
}

/** No word of goodbye from either side at the end. */
function unclosed(talk: Talk): Evidence | undefined {
  return lastSaid('goodbye', talk.utterances.slice(-CLOSING_ITEMS)) ? undefined : ending(talk);
}

function ending(talk: Talk): Evidence | undefined {
  const last = talk.utterances.at(-1);
  return last && quote(last, 0, last.tokens.length);
}
