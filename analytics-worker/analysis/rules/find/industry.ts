import { hitAt, lexicon, type Lexicon } from '../match/lexicon.ts';
import { compile, leadsTo, matchAll, type Match } from '../match/pattern.ts';
import { doubtsAbout, type Doubt } from '../judge/doubts.ts';
import type { Utterance } from '../normalise/types.ts';
import { clauseAt, quote } from '../read.ts';
import { anyDocuments } from '../vocabulary/documents.ts';
import { plainWords } from '../vocabulary/plain.ts';
import { doing, ownBusiness, served } from '../vocabulary/frames.ts';
import { countsOf } from './counts.ts';
import { activities } from '../vocabulary/activities.ts';
import { businesses, professions, staff } from '../vocabulary/industries.ts';
import { trades } from '../vocabulary/trades.ts';
import type { Claim, Turn } from './claim.ts';

const FRAMES = compile({ own: ownBusiness, doing, served });
const BUSINESSES = lexicon(businesses);
const PROFESSIONS = lexicon(professions);
const ACTIVITIES = lexicon(activities);
const PROFESSED = compile({
  am: [
    'i am ..4',
    'we are ..3',
    'as a|an ..2',
    'i work as ..3',
    'i|we have been a|an ..2',
    'this is ..3 the|a',
    'i was|am trained ..2',
  ],
});
const OUT: Doubt[] = ['other', 'past', 'hypothetical', 'negated', 'machine', 'ironic'];
/** "If somebody doesn't bring the tractor back" is talk of the trade all the same. */
const OUT_OF_TRADE: Doubt[] = ['ironic', 'machine'];
/** Of whom he counts his own: "seven attorneys". */
const STAFF = lexicon(staff);
const TRADES = lexicon(trades);
/** "we make drones": whatever it is, it is made. */
const MADE = compile({ made: ['we make|manufacture|produce', 'we are making|manufacturing|producing'] });
const NOT_MADE = new Set([
  ...plainWords,
  ...anyDocuments,
  'a',
  'an',
  'the',
  'it',
  'up',
  'our',
  'software',
  'apps',
  'app',
  'websites',
  'games',
  'films',
  'videos',
  'contracts',
  'proposals',
  'quotes',
  'offers',
  'agreements',
  'by',
  'all',
  'in',
  'no',
  'two',
  'decisions',
  'sense',
  'sure',
  'calls',
  'appointments',
  'do',
  'weddings',
  'us',
  'of',
  'on',
  'not',
]);
/** A caller says early what he does; later words are of other things more often. */
const EARLY = 3;
export const UNFRAMED = 1;
const TRADE = 0.5;

/** The caller's own business. */
export function findIndustry(turn: Turn, index: number): Claim[] {
  const { said, asked } = turn;
  const matches = matchAll(FRAMES, said.tokens);
  const professed = matchAll(PROFESSED, said.tokens);
  const isAsked = asked.has('industry');
  const led = (matches: Match[], label: string, at: number): boolean =>
    matches.some((match) => match.label === label && leadsTo(match, said.tokens, at));
  const early = index < EARLY ? 0.5 : 0;
  const made = matchAll(MADE, said.tokens)
    .filter(
      ({ to }) =>
        !NOT_MADE.has(said.tokens[to]?.text ?? '') &&
        !NOT_MADE.has(said.tokens[to + 1]?.text ?? '') &&
        said.tokens[to] !== undefined,
    )
    .map(({ from, to }) => ({ from, to: to + 1, value: 'manufacturing', strength: 2 }));
  const counted = countsOf(said).flatMap((count): Found[] => {
    const value =
      count.counts === 'people' && count.doubts.size === 0 ? STAFF.get(count.noun ?? '')?.[0]?.value : undefined;
    return value ? [{ from: count.at, to: count.to, value, strength: 1.5 }] : [];
  });
  const all = [
    ...made,
    ...counted,
    ...hinted(said),
    ...hits(said, BUSINESSES, (from) => led(matches, 'own', from), isAsked ? 4 : 3 + early, isAsked),
    ...hits(said, PROFESSIONS, (from) => led(professed, 'am', from), isAsked ? 4 : 3 + early, isAsked),
    ...hits(said, ACTIVITIES, (from) => led(matches, 'doing', from), isAsked ? 4 : 2.5 + early, isAsked),
  ];
  return all
    .filter((one) => !all.some((other) => !made.includes(other) && isWithin(one, other)))
    .filter(
      ({ from, to, strength }) =>
        !led(matches, 'served', from) &&
        !(strength > TRADE ? OUT : OUT_OF_TRADE).some((doubt) => doubtsAbout(said, from, to).has(doubt)),
    )
    .map(({ from, to, value, strength }) => ({ value, evidence: [quote(said, from, to)], item: said.item, strength }));
}

/** "A farm vet" has no farm. */
const isWithin = (one: Found, other: Found): boolean =>
  other.from <= one.from && one.to <= other.to && other.to - other.from > one.to - one.from;

/** "Our practice software" is no business; "we make software" is. */
function isAnySoftware({ tokens }: Utterance, at: number, to: number): boolean {
  const before = tokens[at - 1]?.text;
  return to === at + 1 && tokens[at]?.text === 'software' && before !== undefined && !SOFTWARE_BY.has(before);
}
const SOFTWARE_BY = new Set(['in', 'do', 'make', 'sell', 'build', 'develop', 'write', 'a', 'payroll', 'is', 'are']);

/** A business that he names in passing, and what people of a trade speak of: nothing to go by while he has said more. */
function hinted(said: Utterance): Found[] {
  const named = [BUSINESSES, ACTIVITIES]
    .flatMap((words) => hits(said, words, () => true, UNFRAMED, false))
    .map((hit) => (hit.to - hit.from > 1 ? hit : { ...hit, strength: TRADE }));
  const spoken = hits(said, TRADES, () => true, TRADE, false);
  return [...named, ...spoken].filter(({ from }) => !clauseAt(said, from)?.question);
}

type Found = { from: number; to: number; value: string; strength: number };

function hits(
  said: Utterance,
  words: Lexicon,
  isFramed: (from: number) => boolean,
  strength: number,
  isAsked: boolean,
): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < said.tokens.length; at++) {
    const hit = hitAt(words, said.tokens, at, said.tokens.length);
    if (!hit || isAnySoftware(said, at, hit.to)) continue;
    const framed = isAsked || isFramed(at) || (hit.to - at > 1 && isFramed(at + 1));
    if (framed) found.push({ from: at, to: hit.to, value: hit.value, strength });
    // "a plumbing supply company" is of supplies: the last word tells.
    const behind = hitAt(BUSINESSES, said.tokens, hit.to, said.tokens.length);
    if (behind && behind.value !== hit.value && said.tokens[hit.to - 1]?.stop === undefined) {
      if (framed) found.splice(-1, 1, { from: at, to: behind.to, value: behind.value, strength });
      at = behind.to - 1;
      continue;
    }
    at = hit.to - 1;
  }
  return found;
}
