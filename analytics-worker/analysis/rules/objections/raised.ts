import { objectionTypes, type Objection } from '../../results.ts';
import { answerOf, assentOf } from '../assent.ts';
import { mentionsIn } from '../competitors/mentions.ts';
import { doubtsAbout } from '../judge/doubts.ts';
import { compile, matchAll, type Match } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { clauseAt } from '../read.ts';
import { doubts, topics } from '../vocabulary/objectionDoubts.ts';
import { objections } from '../vocabulary/objections.ts';
import { priceReactions } from '../vocabulary/objectionSpeech.ts';
import { asksForDoubts, isGreeting, isInterview } from './interview.ts';
import { objectionSets } from './sets.ts';
import { isFactAsked, isMuchElse, isPriceTold, isWelcome } from './speech.ts';

type Type = Objection['type'];
/** Something said against buying; `called` where he calls it a doubt himself. */
export type Raised = { type: Type; how: How; utterance: Utterance; from: number; to: number; called?: boolean };
/** By which kind of frame it is heard: they are not all as sure. */
export type How = 'outright' | 'doubted' | 'reacted';

const outright = compile(objections, objectionSets);
const doubtful = compile(doubts, objectionSets);
const about = compile(topics, objectionSets);
const TURNS = new Set(['but', 'before', 'though']);
/** What somebody says against it even where he is asked for facts. */
const BESIDE_FACTS = new Set<Type>(['timing', 'competitor', 'trust']);
const reactions = compile({ price: priceReactions }, objectionSets);
/** How far behind a doubt, and before it, the words stand that say what it is about. */
const REACH_BEHIND = 12;
const REACH_BEFORE = 10;
/** What bars the way is a lack of the product: not a habit, and not a date. */
const BARS: readonly Type[] = ['integration', 'trust', 'price', 'authority', 'feature'];
/** Somebody else's price or choice is no objection; what clients or colleagues would not do is. */
const OWN = new Set<string>(['price', 'competitor']);
const FACTS_OF_PRICE = new Set([
  'per',
  'each',
  'month',
  'year',
  'monthly',
  'yearly',
  'including',
  'include',
  'vat',
  'tax',
]);
const DENIAL_REACH = 3;
const NEAR = 6;
const DENIERS = new Set(['not', 'never', 'hardly', 'without']);
const NEGATORS = new Set(['not', 'no', 'never', 'nobody', 'nothing', 'without']);

/**
 * What a caller says against buying in one item: put outright, else as a doubt about something, else in answer to a price.
 *
 * @param before what the agent said before it
 */
export function raisedIn(utterance: Utterance, before: Utterance | undefined): Raised[] {
  const told = before !== undefined && isPriceTold(before);
  const isInvited = before !== undefined && asksForDoubts(before);
  const isAsked = before !== undefined && !told && isInterview(before);
  const said = matchAll(outright, utterance.tokens).flatMap((match): Raised[] => {
    const type = typeOf(match.label);
    const meant =
      type &&
      stands(utterance, match, told || isInvited) &&
      isNamed(utterance, match) &&
      !isFactAsked(utterance, type, match.from);
    return meant && !isMuchElse(utterance, match.to) && !isNoDate(utterance, match)
      ? [
          {
            type: isConnecting(utterance, match) && type === 'feature' ? 'integration' : type,
            how: 'outright',
            utterance,
            from: match.from,
            to: match.to,
          },
        ]
      : [];
  });
  const raised = isAsked ? said.filter((one) => isBesideFacts(one) && !isGreeting(before)) : said;
  if (raised.length > 0) return foremost(withoutOverlap(raised));
  if (isAsked) return doubtedIn(utterance, ['doubt']).slice(0, 1);
  const doubted = doubtedIn(utterance).slice(0, 1);
  if (doubted.length > 0) return doubted;
  return told ? reactedIn(utterance, before) : [];
}

/** What he adds to the facts: "yes, but I'm not paying silly money again". */
const isBesideFacts = ({ type, utterance, from }: Raised): boolean =>
  BESIDE_FACTS.has(type) || TURNS.has(clauseAt(utterance, from)?.opener ?? '');

/** What is missing is that it works with another system. */
const isConnecting = ({ tokens }: Utterance, { from, to }: Match): boolean =>
  matchAll(about, tokens, Math.max(0, from - NEAR), Math.min(tokens.length, to + NEAR)).some(
    ({ label }) => label === 'integration',
  );

/** "I'll ring you back when I've spoken to her" promises; "an awful time with the forms" is of no date. */
const isNoDate = ({ tokens }: Utterance, { label, from, to }: Match): boolean =>
  label === 'timing' &&
  (tokens[from - 1]?.text === 'will' || (tokens[to - 1]?.text === 'time' && tokens[to]?.text === 'with'));

/** "I'm going to sign now" names nobody. */
function isNamed(utterance: Utterance, { sets: { competitor } }: Match): boolean {
  const at = competitor?.from;
  if (at === undefined || !utterance.tokens[at]?.product) return true;
  return mentionsIn(utterance).some(({ from }) => from === at);
}

/** Who holds a rival against us asks why to change, too. */
function foremost(said: Raised[]): Raised[] {
  const hasRival = said.some(({ type }) => type === 'competitor');
  return said.filter(({ type }) => !hasRival || type !== 'status_quo');
}

/** "Ouch", "for a flower shop": told of the price that the agent has just named. */
function reactedIn(utterance: Utterance, told: Utterance): Raised[] {
  const [first] = isWelcome(utterance)
    ? []
    : matchAll(reactions, utterance.tokens).filter(({ to }) => !isMuchElse(utterance, to));
  if (first) return [{ type: 'price', how: 'reacted', utterance, from: first.from, to: first.to }];
  const again =
    isWelcome(utterance) || answerOf(utterance) === 'yes' || assentOf(utterance) === 'yes'
      ? -1
      : repeated(utterance, told);
  return again < 0 ? [] : [{ type: 'price', how: 'reacted', utterance, from: again, to: again + 1 }];
}

/** "A hundred and five": the price said over, and no word that it is fine. Who asks what it is for asks for a fact. */
function repeated({ tokens, clauses }: Utterance, told: Utterance): number {
  const prices = new Set(told.tokens.flatMap(({ number }) => (number ? [number.value] : [])));
  const isFact = clauses.some(({ question }) => question) && tokens.some(({ text }) => FACTS_OF_PRICE.has(text));
  return isFact ? -1 : tokens.findIndex(({ number }) => number !== undefined && prices.has(number.value));
}

/** Of readings of the same words the longest counts: "not changing anything in the middle of the season" is about time. */
function withoutOverlap(said: Raised[]): Raised[] {
  const byLength = said.toSorted((a, b) => b.to - b.from - (a.to - a.from));
  const kept = byLength.filter(
    (one, index) =>
      !byLength.slice(0, index).some(({ type, from, to }) => type !== one.type && from < one.to && one.from < to),
  );
  return kept.toSorted((a, b) => a.from - b.from);
}

function doubtedIn(utterance: Utterance, labels: readonly string[] = ['bar', 'doubt']): Raised[] {
  const found = matchAll(doubtful, utterance.tokens).filter(
    (match) => labels.includes(match.label) && stands(utterance, match),
  );
  return found.flatMap((match): Raised[] => {
    const topic = topicOf(utterance, match);
    const type =
      match.label === 'bar'
        ? isConnecting(utterance, match)
          ? 'integration'
          : (BARS.find((bar) => bar === topic) ?? 'feature')
        : topic;
    return type
      ? [{ type, how: 'doubted', utterance, from: match.from, to: match.to, called: match.label === 'doubt' }]
      : [];
  });
}

/** Nobody else's, no irony, and not denied: a frame with a negation of its own is not negated by one before it. */
function stands(utterance: Utterance, { label, from, to }: Match, isTold = false): boolean {
  const found = doubtsAbout(utterance, from, to);
  const denies = utterance.tokens.slice(from, to).some(({ text }) => NEGATORS.has(text));
  // Who is told a price passes on what the one beside him says: "he says too expensive".
  const ofOthers = found.has('other') && OWN.has(label) && !isTold;
  return !found.has('ironic') && !found.has('machine') && !ofOthers && (denies || !isDenied(utterance, from));
}

/** A negation far off is of something else, and "no" an answer: "no that's silly money". */
function isDenied({ tokens }: Utterance, from: number): boolean {
  const start = Math.max(0, from - DENIAL_REACH);
  return tokens
    .slice(start, from)
    .some(({ text, stop }, index) => DENIERS.has(text) && !stop && tokens[start + index + 1]?.text !== 'now');
}

/** The topic within the doubt's own words, else the nearest: people say it behind the doubt rather than before. */
function topicOf({ tokens }: Utterance, doubt: Match): Type | undefined {
  const found = matchAll(
    about,
    tokens,
    Math.max(0, doubt.from - REACH_BEFORE),
    Math.min(tokens.length, doubt.to + REACH_BEHIND),
  );
  const far = ({ from, to }: Match) =>
    from >= doubt.to ? from - doubt.to : to <= doubt.from ? doubt.from - to + 2 : 0;
  // "with SAP it is some work for us, I'm not happy with that"
  const refers = ['that', 'this', 'it'].includes(tokens[doubt.to - 1]?.text ?? '') || tokens[doubt.to]?.text === 'that';
  const named = refers ? found.filter(({ to }) => to <= doubt.from) : [];
  // "now" is said of everything.
  const telling = found.filter(({ from, to }) => to - from > 1 || tokens[from]?.text !== 'now');
  const [nearest] = (named.length > 0 ? named : telling.length > 0 ? telling : found).toSorted(
    (a, b) => far(a) - far(b),
  );
  return nearest && typeOf(nearest.label);
}

function typeOf(label: string): Type | undefined {
  return objectionTypes.find((type) => type === label);
}
