import { wordsIn } from '../vocabulary/lines.ts';
import { hitAt, lexicon } from '../match/lexicon.ts';
import { compile, leadsTo, matchAll } from '../match/pattern.ts';
import { doubtsAbout, type Doubt } from '../judge/doubts.ts';
import type { Utterance } from '../normalise/types.ts';
import { quote } from '../read.ts';
import { placeAliases, places } from '../vocabulary/places.ts';
import { countries, towns } from '../vocabulary/towns.ts';
import type { Claim, Turn } from './claim.ts';
import { guesses, hasBusinessBefore, isFirstPerson, REGIONS } from './unlisted.ts';

const PLACES = lexicon([...places, ...towns, ...countries]);
const TOWNS = new Set(towns);
/** Before a place of his own, and before one of somebody else's or of something else. */
const FRAMES = compile({
  own: wordsIn(`
it is _ _? from|at|with ..8,
i|we am|are|is|live|work|operate|sit|run|own|have|chair|help|look|manage|teach|lead|handle|represent|serve|head ..10,
based|located|headquartered|calling|ringing|phoning|here|office|home ..7, here, out of ..2, this is ..9, over at ..6,
it is ..3, our|my office|base|hq|place|shop|headquarters ..3, we do ..6, over|up|down in ..2,
i|we make|sell|teach|fix|build|look|clean|install ..6, municipality|city|town|council|county of ..1
`),
  self: [
    'i work|live|sit|am|operate ..4',
    'i am based|calling|ringing|speaking ..4',
    'based ..3',
    'calling|ringing|phoning from ..1',
  ],
  other: [
    'branch|warehouse|site|trustee|cousin|brother|sister|fair|conference|customer|customers|client|clients|supplier|suppliers|server|servers|data|stored|hosted|kept|trip|flying|holiday|fly|travel|travelling|traveling|couples|partners|parent|headquarters|hq|born|grew|moved|move|moving ..4',
    'one|some|two|others|half is|are|of ..3',
    'to ..1',
    'import|imports|importing|imported|export|exports|exporting|buy|buys|buying|sell|sells|selling|ship|shipping|source|sourcing|deliver|delivering|deliveries|supply|bring|comes|come|parts|goods|tourists|guests ..4 from|to|into ..1',
    'not ..2',
    'boss|head|director|controller|assistants|tenants|clients|customers is|are ..2 in|from ..1',
    'used to ..5',
    'second|other|another|new office|branch|location|site|shop|store ..3',
    'customs|court|buyers|expand|expanding|open|opening ..3',
  ],
  in: [
    'in|from|near|around|round|outside|at|of|on|by|across|over|beside|past|between',
    'in|from|near|around|of|outside downtown|central|greater|south|north|east|west|southern|northern|rural|upstate|the|inner',
  ],
  asked: ['based|located|calling|ringing|phoning|headquartered|am|are in|from|near|out|outside|around'],
});
/** A place that he names, and does not say that he is there. */
const HINT = 1;
const OUT: Doubt[] = ['past', 'hypothetical', 'negated', 'machine', 'ironic', 'other'];

/** Where the caller works from. */
export function findLocation(turn: Turn): Claim[] {
  const { said, asked } = turn;
  const isAsked = asked.has('location');
  const matches = matchAll(FRAMES, said.tokens);
  const led = (label: string, at: number): boolean =>
    matches.some((match) => match.label === label && leadsTo(match, said.tokens, at));
  const hint = (from: number, to: number, value: string): Claim => ({
    value,
    evidence: [quote(said, from, to)],
    item: said.item,
    strength: HINT,
  });
  return placesIn(said, isAsked).flatMap(({ from, to, value, known }) => {
    const doubts = doubtsAbout(said, from, to);
    const isElsewhere = led('other', from) && !led('asked', from);
    // Whoever works there, he calls for them; it counts where he says no more than that.
    if (isElsewhere || OUT.some((doubt) => doubt !== 'other' && doubts.has(doubt))) return [];
    if (doubts.has('other'))
      return known && led('in', from) && !isOfPerson(said, from)
        ? [{ ...hint(from, to, value), strength: isEarly(said) ? HINT : HINT / 2 }]
        : [];
    const isIn = led('in', from);
    const ours = led('own', from) || isBehindBusiness(said, from) || isFirstPerson(said, from);
    const inIt = ours && (isIn || !known) ? 3 : known && isIn && isAlone(said) ? 2 : 0;
    const strength = isAsked ? (known ? 4 : 3.5) : led('self', from) && isIn ? 3.5 : inIt;
    if (strength > 0) return [{ ...hint(from, to, value), strength }];
    return known && (isIn || isWithRegion(said, to) || isEarly(said)) ? [hint(from, to, value)] : [];
  });
}

/** A place that is named; of one on no list nothing but how it is spoken of tells that it is one. */
export type Place = { from: number; to: number; value: string; known: boolean };

/** The places that are named, in order. */
export function placesIn(said: Utterance, isAsked = false): Place[] {
  const listed = hitsOf(said).map((hit) => ({ ...hit, known: true }));
  const guessed = guesses(said, isAsked)
    .filter(
      ({ from, to }) => !listed.some((hit) => (hit.from <= from && from < hit.to) || isPartOf(said, to, hit.from)),
    )
    .map((hit) => ({ ...hit, known: false }));
  return [...listed, ...guessed].toSorted((a, b) => a.from - b.from);
}

/** "clifton in bristol": the place that holds the other. */
const isPartOf = ({ tokens }: Utterance, to: number, at: number): boolean =>
  !REGIONS.has(tokens[at]?.text ?? '') && (at === to || (at === to + 1 && HOLDING.has(tokens[to]?.text ?? '')));
const HOLDING = new Set(['in', 'near', 'outside', 'by', 'here', 'down']);

/** "austin texas" needs no "in". */
const isWithRegion = ({ tokens }: Utterance, to: number): boolean => {
  const hit = hitAt(PLACES, tokens, to, tokens.length);
  return hit !== undefined && REGIONS.has(hit.value);
};

/** Of "akron ohio" the place; a region only where no place was said. */
function hitsOf(said: Utterance): { from: number; to: number; value: string }[] {
  const found: { from: number; to: number; value: string }[] = [];
  for (let at = 0; at < said.tokens.length; at++) {
    const hit = hitAt(PLACES, said.tokens, at, said.tokens.length);
    if (!hit) continue;
    const last = found.at(-1);
    const isRegionOfLast = REGIONS.has(hit.value) && last !== undefined && at - last.to <= 1;
    // "the netherlands eindhoven": the place behind its region.
    if (last && REGIONS.has(last.value) && !REGIONS.has(hit.value) && at === last.to) found.pop();
    if (!isRegionOfLast) found.push({ from: at, to: hit.to, value: nameOf(hit.value) });
    at = hit.to - 1;
  }
  return found;
}

/** What a place is called: "halifax nova scotia" is halifax. */
function nameOf(place: string): string {
  const region = REGIONS.has(place)
    ? undefined
    : [...REGIONS].find((name) => place.endsWith(` ${name}`) && TOWNS.has(place));
  return placeAliases[place] ?? (region ? place.slice(0, -region.length - 1) : place.replace(/^the /u, ''));
}

/** "a law firm in leeds". */
function isBehindBusiness(said: Utterance, from: number): boolean {
  const before = said.tokens.slice(Math.max(0, from - 5), from).map(({ text }) => text);
  if (before.some((text) => text === 'some' || text === 'other' || text === 'another')) return false;
  return hasBusinessBefore(said, from - 1) || hasBusinessBefore(said, from - 2);
}

/** "He's in computers out in seattle." */
const isOfPerson = ({ tokens }: Utterance, from: number): boolean =>
  tokens.slice(Math.max(0, from - PERSON_WITHIN), from).some(({ text }) => text === 'he' || text === 'she');
const PERSON_WITHIN = 7;

/** In his first words people say where they are: "egg farm fresno". */
const isEarly = ({ item }: Utterance): boolean => item <= EARLY;
const EARLY = 6;

/** A place in a short item stands for itself. */
const isAlone = ({ tokens }: Utterance): boolean => tokens.length <= 6;
