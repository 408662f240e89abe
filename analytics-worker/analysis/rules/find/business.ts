import { hitAt, lexicon, type Lexicon } from '../match/lexicon.ts';
import { compile, leadsTo, matchAll, type Match } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { activities } from '../vocabulary/activities.ts';
import { endings, heads, staff } from '../vocabulary/callings.ts';
import { doing, nearBusiness, ofOthers, ownBusiness, professed, served, suppliers } from '../vocabulary/frames.ts';
import { businesses, professions } from '../vocabulary/industries.ts';
import { wordsIn } from '../vocabulary/lines.ts';
import { countsOf } from './counts.ts';
import type { Found } from './trade.ts';

const FRAMES = compile({ own: ownBusiness, near: nearBusiness, doing, served, am: professed });
const BUSINESSES = lexicon(businesses);
const PROFESSIONS = lexicon(professions);
const ACTIVITIES = lexicon(activities);
const HEADS = lexicon(heads);
/** Of whom he counts his own: "seven attorneys". */
const STAFF = lexicon(staff);
const SUPPLIERS = lexicon(suppliers);
const OF_OTHERS = new Set(ofOthers);
/** How much it tells: said of himself, done by him, his more often than not, or only mentioned. */
const SAID = 3;
export const DONE = 2.5;
const NEAR = 1.5;
const COUNTED = 1.5;
const HEAD = 2;
const NAMED = 0.8;
const WORD = 0.4;
const SUBJECTS = new Set(['we', 'i', 'who', 'all']);
const SELF = new Set(['we', 'i']);
/** Of so many items of his the beginning may name it alone: "yes two pubs and a restaurant". */
const OPENING = 3;
const OPENERS = new Set(
  wordsIn(`
yes, that, is, it, so, well, no, just, a, an, only, mostly, mainly, basically, hello, hi, oh, small, little, local, family,
independent, private, own, good, morning, afternoon, evening, right, and, of, two, uh, big, old
`),
);

/** What is named, and whether "I am", "we run" stand before it. */
export type NamedTrade = Found & { ofSelf?: boolean };

/** Businesses, professions and activities that an item names, by how they are said to be his. */
export function namedIn(said: Utterance, isAsked: boolean, index: number): NamedTrade[] {
  const matches = matchAll(FRAMES, said.tokens);
  const leads = (match: Match, at: number): boolean => leadsTo(match, said.tokens, at) && isStraight(match, said, at);
  const led = (label: string, at: number): boolean =>
    matches.some((match) => match.label === label && leads(match, at));
  const isOfSelf = (at: number): boolean =>
    matches.some(
      (match) =>
        ['own', 'am', 'doing'].includes(match.label) &&
        SELF.has(said.tokens[match.from]?.text ?? '') &&
        leads(match, at),
    );
  const claimed = (words: Lexicon, frame: string, strength: number): NamedTrade[] =>
    hits(said, words).map((hit) => ({
      ...hit,
      strength: strengthOf(hit, frame, strength),
      ofSelf: isOfSelf(hit.from),
    }));
  const strengthOf = ({ from, to }: Hit, frame: string, strength: number): number => {
    const long = to - from > 1;
    if (frame === 'doing' && long && SUBJECTS.has(said.tokens[from - 1]?.text ?? '')) return strength;
    if (led(frame, from) || (long && led(frame, from + 1))) return strength;
    if (isAsked) return strength;
    if (frame === 'own' && led('near', from)) return NEAR;
    if (index < OPENING && opens(said, from)) return NEAR;
    return long ? NAMED : WORD;
  };
  const counted = countsOf(said).flatMap((count): Found[] => {
    const value =
      count.counts === 'people' && count.doubts.size === 0 ? STAFF.get(count.noun ?? '')?.[0]?.value : undefined;
    return value ? [{ from: count.at, to: count.to, value, strength: COUNTED }] : [];
  });
  return [
    ...counted,
    ...[
      ...claimed(BUSINESSES, 'own', SAID),
      ...claimed(PROFESSIONS, 'am', SAID),
      ...claimed(ACTIVITIES, 'doing', DONE),
      ...claimed(HEADS, 'own', HEAD).filter(({ strength }) => strength === HEAD),
      ...endingsIn(said).map((hit) => ({ ...hit, strength: strengthOf(hit, 'am', SAID), ofSelf: isOfSelf(hit.from) })),
    ].filter(
      ({ from, to, strength }) =>
        !led('served', from) && !isForOthers(said, from, to) && (strength >= SAID || !isSupplier(said, from)),
    ),
  ];
}

const ENDINGS = Object.entries(endings).flatMap(([value, list]) => list.map((ending) => ({ ending, value })));
const STEM = 3;

/** What he is by the end of the word: a kiltmaker makes things, a "-therapist" treats people. */
function endingsIn({ tokens }: Utterance): Hit[] {
  return tokens.flatMap(({ text }, at) => {
    const one = text.replace(/s$/u, '');
    const found = ENDINGS.find(({ ending }) => one.endsWith(ending) && one.length >= ending.length + STEM);
    const isKnown = PROFESSIONS.has(text) || BUSINESSES.has(text);
    return found && !isKnown ? [{ from: at, to: at + 1, value: found.value }] : [];
  });
}

const TURNING = new Set([
  'for',
  'to',
  'with',
  'by',
  'like',
  'than',
  'using',
  'use',
  'looking',
  'because',
  'if',
  'when',
  'which',
  'sending',
  'near',
  'beside',
  'behind',
  'next',
  'not',
  'getting',
  'going',
  'from',
]);

/** Nothing turns away between the frame and the name: "we are looking at a bank", "I run it for a hotel". */
const isStraight = ({ label, to }: Match, { tokens }: Utterance, at: number): boolean =>
  label === 'served' || !tokens.slice(to, at).some(({ text }) => TURNING.has(text));

const PREPOSITIONS = new Set(['for', 'to', 'into', 'between', 'with', 'against']);
const WORKS = new Set([
  'work',
  'working',
  'works',
  'am',
  'are',
  'is',
  'calling',
  'ringing',
  'here',
  'phoning',
  'speaking',
]);

/** "For restaurants", "to other hotels": whom he works for in the plural is a client. */
function isForOthers({ tokens }: Utterance, from: number, to: number): boolean {
  let at = from - 1;
  while (OF_OTHERS.has(tokens[at]?.text ?? '')) at--;
  const isPlural = /[^s]s$/u.test(tokens[to - 1]?.text ?? '');
  return isPlural && PREPOSITIONS.has(tokens[at]?.text ?? '') && !WORKS.has(tokens[at - 1]?.text ?? '');
}

/** "Our web designer", "the courier". */
function isSupplier({ tokens }: Utterance, at: number): boolean {
  const before = tokens[at - 1]?.text ?? '';
  const isOwn = ['is', 'am', 'are'].includes(tokens[at - 2]?.text ?? '') && before === 'the';
  return (
    ['my', 'our', 'the', 'a', 'your'].includes(before) &&
    !isOwn &&
    hitAt(SUPPLIERS, tokens, at, tokens.length) !== undefined
  );
}

const opens = ({ tokens }: Utterance, at: number): boolean =>
  tokens.slice(0, at).every(({ text, number }) => number !== undefined || OPENERS.has(text));

type Hit = Omit<Found, 'strength'>;

/** "Our practice software" is no business; "we make software" is. */
function isAnySoftware({ tokens }: Utterance, at: number, to: number): boolean {
  const before = tokens[at - 1]?.text;
  return to === at + 1 && tokens[at]?.text === 'software' && before !== undefined && !SOFTWARE_BY.has(before);
}
const SOFTWARE_BY = new Set(['in', 'do', 'make', 'sell', 'build', 'develop', 'write', 'a', 'payroll', 'is', 'are']);

function hits(said: Utterance, words: Lexicon): Hit[] {
  const found: Hit[] = [];
  for (let at = 0; at < said.tokens.length; at++) {
    const hit = hitAt(words, said.tokens, at, said.tokens.length);
    if (!hit || isAnySoftware(said, at, hit.to)) continue;
    // "a plumbing supply company" is of supplies: the last word tells; "advise hospitals" is of no hospital.
    const behind = words === ACTIVITIES ? undefined : hitAt(BUSINESSES, said.tokens, hit.to, said.tokens.length);
    const last = said.tokens[hit.to - 1];
    // "p r for food brands" is no food.
    const isHead =
      behind && behind.value !== hit.value && last?.stop === undefined && !PREPOSITIONS.has(last?.text ?? '');
    found.push(isHead ? { from: at, to: behind.to, value: behind.value } : { from: at, to: hit.to, value: hit.value });
    at = (isHead ? behind.to : hit.to) - 1;
  }
  return found;
}
