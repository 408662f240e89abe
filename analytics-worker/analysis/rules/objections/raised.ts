import { objectionTypes, type Objection } from '../../results.ts';
import { mentionsIn } from '../competitors/mentions.ts';
import { doubtsAbout } from '../judge/doubts.ts';
import { compile, matchAll, type Match } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { doubts, topics } from '../vocabulary/objectionDoubts.ts';
import { objections } from '../vocabulary/objections.ts';
import { priceReactions } from '../vocabulary/objectionSpeech.ts';
import { objectionSets } from './sets.ts';
import { isFactAsked, isMuchElse, isPriceTold, isWelcome } from './speech.ts';

type Type = Objection['type'];
export type Raised = { type: Type; utterance: Utterance; from: number; to: number };

const outright = compile(objections, objectionSets);
const doubtful = compile(doubts, objectionSets);
const about = compile(topics, objectionSets);
const reactions = compile({ price: priceReactions }, objectionSets);
/** How far behind a doubt, and before it, the words stand that say what it is about. */
const REACH_BEHIND = 12;
const REACH_BEFORE = 10;
/** What bars the way is a lack of the product: not a habit, and not a date. */
const BARS: readonly Type[] = ['integration', 'trust', 'price', 'authority', 'feature'];
/** Somebody else's price or choice is no objection; what clients or colleagues would not do is. */
const OWN = new Set<string>(['price', 'competitor']);
const DENIAL_REACH = 3;
const DENIERS = new Set(['not', 'never', 'hardly', 'without']);
const NEGATORS = new Set(['not', 'no', 'never', 'nobody', 'nothing', 'without']);

/**
 * What a caller says against buying in one item: put outright, else as a doubt about something, else in answer to a price.
 *
 * @param before what the agent said before it
 */
export function raisedIn(utterance: Utterance, before: Utterance | undefined): Raised[] {
  const told = before !== undefined && isPriceTold(before);
  const said = matchAll(outright, utterance.tokens).flatMap((match): Raised[] => {
    const type = typeOf(match.label);
    const meant =
      type && stands(utterance, match) && isNamed(utterance, match) && !isFactAsked(utterance, type, match.from);
    return meant && !isMuchElse(utterance, match.to) ? [{ type, utterance, from: match.from, to: match.to }] : [];
  });
  if (said.length > 0) return foremost(withoutOverlap(said));
  const doubted = doubtedIn(utterance).slice(0, 1);
  return doubted.length > 0 || !told ? doubted : reactedIn(utterance);
}

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
function reactedIn(utterance: Utterance): Raised[] {
  const [first] = isWelcome(utterance)
    ? []
    : matchAll(reactions, utterance.tokens).filter(({ to }) => !isMuchElse(utterance, to));
  return first ? [{ type: 'price', utterance, from: first.from, to: first.to }] : [];
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

function doubtedIn(utterance: Utterance): Raised[] {
  const found = matchAll(doubtful, utterance.tokens).filter((match) => stands(utterance, match));
  return found.flatMap((match): Raised[] => {
    const topic = topicOf(utterance, match);
    const type = match.label === 'bar' ? (BARS.find((bar) => bar === topic) ?? 'feature') : topic;
    return type ? [{ type, utterance, from: match.from, to: match.to }] : [];
  });
}

/** Nobody else's, no irony, and not denied: a frame with a negation of its own is not negated by one before it. */
function stands(utterance: Utterance, { label, from, to }: Match): boolean {
  const found = doubtsAbout(utterance, from, to);
  const denies = utterance.tokens.slice(from, to).some(({ text }) => NEGATORS.has(text));
  const ofOthers = found.has('other') && OWN.has(label);
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
  const [nearest] = found.toSorted((a, b) => far(a) - far(b));
  return nearest && typeOf(nearest.label);
}

function typeOf(label: string): Type | undefined {
  return objectionTypes.find((type) => type === label);
}
