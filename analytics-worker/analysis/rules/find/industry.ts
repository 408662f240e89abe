import { doubtsAbout, type Doubt } from '../judge/doubts.ts';
import { quote } from '../read.ts';
import { DONE, namedIn, type NamedTrade } from './business.ts';
import type { Claim, Turn } from './claim.ts';
import { deedsIn } from './deeds.ts';
import { tradeTalk } from './trade.ts';

const OUT: Doubt[] = ['other', 'past', 'hypothetical', 'negated', 'machine', 'ironic'];
/** "If somebody doesn't bring the tractor back" is talk of the trade all the same. */
const OUT_OF_TRADE: Doubt[] = ['ironic', 'machine'];
/** "My daughter gave me the number I'm a kiltmaker": he says it of himself, whoever is spoken of before. */
const OUT_OF_SELF: Doubt[] = ['hypothetical', 'negated', 'machine', 'ironic'];

/** No more than a hint, and what it takes of hints to tell an industry. */
export const UNFRAMED = 1;
/** By how many items of his before it: a caller says early what he does, later words are of other things more often. */
const FADING = [1, 1, 0.85, 0.7, 0.7];
const FADED = 0.5;
const ASKED = 1.3;
/** What his work is about stays. */
const TALK_FADES = 6;
const TALK_FADED = 0.6;

/** The caller's own business: what he says it is or does, and what he speaks of. */
export function findIndustry(turn: Turn, index: number): Claim[] {
  const { said, asked } = turn;
  const fading = FADING[index] ?? FADED;
  const isAsked = asked.has('industry');
  const named = namedIn(said, isAsked, index).map((one) => ({
    ...one,
    strength: one.strength * (isAsked ? ASKED : fading),
  }));
  const talk = tradeTalk(said).map((one) => ({
    ...one,
    strength: one.strength * (index < TALK_FADES ? 1 : TALK_FADED),
  }));
  const { done, objects } = deedsIn(said, [...named, ...talk], DONE * fading);
  const all: NamedTrade[] = [
    ...done.map((one) => ({ ...one, ofSelf: true })),
    ...[...named, ...talk].filter((one) => !objects.includes(one)),
  ];
  return all
    .filter((one) => !all.some((other, place) => place >= done.length && isWithin(one, other)))
    .filter((one) => {
      const doubts = doubtsAbout(said, one.from, one.to);
      const out = talk.includes(one) ? OUT_OF_TRADE : one.ofSelf ? OUT_OF_SELF : OUT;
      return !out.some((doubt) => doubts.has(doubt));
    })
    .map(({ from, to, value, strength }) => ({ value, evidence: [quote(said, from, to)], item: said.item, strength }));
}

/** "A farm vet" has no farm. */
const isWithin = (one: NamedTrade, other: NamedTrade): boolean =>
  other.value !== one.value &&
  other.from <= one.from &&
  one.to <= other.to &&
  other.to - other.from > one.to - one.from;
