import { wordsIn } from '../vocabulary/lines.ts';
import { hitAt, lexicon } from '../match/lexicon.ts';
import { compile, leadsTo, matchAll } from '../match/pattern.ts';
import { doubtsAbout, type Doubt } from '../judge/doubts.ts';
import type { Utterance } from '../normalise/types.ts';
import { plainProduct } from '../normalise/products.ts';
import { clauseAt, quote } from '../read.ts';
import { businesses } from '../vocabulary/industries.ts';
import { notPlaces, placeAliases, places, regions } from '../vocabulary/places.ts';
import { isName } from './guess.ts';
import type { Claim, Turn } from './claim.ts';

const PLACES = lexicon(places);
const REGIONS = new Set(regions);
const NOT_PLACES = new Set(notPlaces);
const BUSINESSES = lexicon({
  ...businesses,
  any: wordsIn(`
place, business, company, office, firm, practice, agency, team, branch here, workshop, showroom, startup, studio,
outfit, organisation, organization
`),
});
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
    'not ..2',
    'boss|head|director|controller|assistants|tenants|clients|customers is|are ..2 in|from ..1',
    'used to ..5',
    'second|other|another|new office|branch|location|site|shop|store ..3',
    'customs|court|buyers|expand|expanding|open|opening ..3',
  ],
  in: [
    'in|from|near|around|outside|at|of|on|by|across',
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
  const listed = hitsOf(said).map((hit) => ({ ...hit, known: true }));
  const guessed = guesses(said, isAsked)
    .filter(
      ({ from, to }) => !listed.some((hit) => (hit.from <= from && from < hit.to) || isPartOf(said, to, hit.from)),
    )
    .map((hit) => ({ ...hit, known: false }));
  return [...listed, ...guessed]
    .toSorted((a, b) => a.from - b.from)
    .flatMap(({ from, to, value, known }) => {
      const doubts = doubtsAbout(said, from, to);
      const isElsewhere = led('other', from) && !led('asked', from);
      // Whoever works there, he calls for them; it counts where he says no more than that.
      if (isElsewhere || OUT.some((doubt) => doubt !== 'other' && doubts.has(doubt))) return [];
      if (doubts.has('other'))
        return known && led('in', from) && !isOfPerson(said, from) ? [hint(from, to, value)] : [];
      const isIn = led('in', from);
      const ours = led('own', from) || isBehindBusiness(said, from) || isFirstPerson(said, from);
      const inIt = ours && (isIn || !known) ? 3 : known && isIn && isAlone(said) ? 2 : 0;
      const strength = isAsked ? (known ? 4 : 3.5) : led('self', from) && isIn ? 3.5 : inIt;
      if (strength > 0) return [{ ...hint(from, to, value), strength }];
      return known && (isIn || isWithRegion(said, to)) ? [hint(from, to, value)] : [];
    });
}

/** "clifton in bristol": the place that holds the other. */
const isPartOf = ({ tokens }: Utterance, to: number, at: number): boolean =>
  at === to || (at === to + 1 && HOLDING.has(tokens[to]?.text ?? ''));
const HOLDING = new Set(['in', 'near', 'outside', 'by']);

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
    if (!isRegionOfLast)
      found.push({ from: at, to: hit.to, value: placeAliases[hit.value] ?? hit.value.replace(/^the /u, '') });
    at = hit.to - 1;
  }
  return found;
}

/** A word that is on no list, where a place would stand: "based in felixstowe". */
function guesses(said: Utterance, isAsked: boolean): { from: number; to: number; value: string }[] {
  const { tokens } = said;
  const strong = matchAll(GUESS, tokens);
  return tokens.flatMap((token, at) => {
    const led =
      strong.some((match) => match.to === at) ||
      (BEFORE.has(tokens[at - 1]?.text ?? '') && (isAsked || hasBusinessBefore(said, at - 1)));
    const isRegionBehind = [1, 2].some(
      (ahead) =>
        REGIONS.has(tokens[at + ahead]?.text ?? '') ||
        REGIONS.has(`${tokens[at + ahead]?.text} ${tokens[at + ahead + 1]?.text}`),
    );
    const inHis =
      (tokens[at - 1]?.text === 'in' ||
        tokens[at - 1]?.text === 'near' ||
        (tokens[at - 1]?.text === 'of' && tokens[at - 2]?.text === 'outside')) &&
      (isFirstPerson(said, at) || isRegionBehind) &&
      isName(tokens, at) &&
      !token.text.endsWith('s') &&
      !INTO.has(tokens[at - 2]?.text ?? '');
    const answers = isAsked && tokens.length <= 4 && at === 0;
    if (!(led || answers || inHis) || !isWord(token.text) || token.number || token.product) return [];
    const more = TWO_WORDS.has(token.text) && isWord(tokens[at + 1]?.text ?? '') ? 2 : surnameOf(tokens, at);
    return [
      {
        from: at,
        to: at + more,
        value: tokens
          .slice(at, at + more)
          .map(({ text }) => text)
          .join(' '),
      },
    ];
  });
}

/** "stow on the wold", "newark on trent": a place and what it lies on. */
function surnameOf(tokens: Utterance['tokens'], at: number): number {
  if (!['on', 'upon', 'under', 'by'].includes(tokens[at + 1]?.text ?? '')) return 1;
  const next = tokens[at + 2]?.text ?? '';
  if (WATERS.has(next)) return 3;
  return next === 'the' && WATERS.has(tokens[at + 3]?.text ?? '') ? 4 : 1;
}
const WATERS = new Set([
  'wold',
  'water',
  'trent',
  'thames',
  'tyne',
  'sea',
  'avon',
  'tweed',
  'wye',
  'hill',
  'lyne',
  'solent',
  'tees',
  'dee',
  'wharfe',
  'humber',
  'forth',
  'don',
  'severn',
  'hudson',
  'main',
  'moor',
  'marsh',
  'green',
]);

const GUESS = compile({
  place: wordsIn(`
based in|near|outside|at|around, up|out|down by|near|beside, calling|ringing|phoning|speaking from, located in|near,
over|up|down|out|back|here in, out of, here in, office is|are in, we|i are|am in,
municipality|city|town|village|county|council of, clerk in|of, live in, headquartered in, operate out of, work from,
just|right outside, place of work it? is in?, company from
`),
});
/** "interested in petitions" */
const INTO = new Set(
  wordsIn(`
interested, specialise, specialize, specialising, specializing, deal, dealing, involved, invest, trade, trading,
engaged, believe, put, bring, fill, come, get, drop, send, type, plug, log
`),
);
const BEFORE = new Set(['in', 'near', 'from', 'outside']);
const TWO_WORDS = new Set(
  wordsIn(`
new, san, st, saint, santa, los, las, fort, port, el, la, north, south, east, west, upper, lower, mount, lake, great,
grand, kings, bad, le, les, cape, little, big, green, palm, long, sioux, cedar, salt
`),
);
const isWord = (text: string): boolean =>
  /^\p{L}{3,}$/u.test(text) && !NOT_PLACES.has(text) && !BUSINESSES.has(text) && !plainProduct(text);

function hasBusinessBefore(said: Utterance, before: number): boolean {
  for (let at = Math.max(0, before - 4); at < before; at++) {
    const hit = hitAt(BUSINESSES, said.tokens, at, before);
    if (hit && hit.to >= before - 1) return true;
  }
  return false;
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

/** A place in a short item stands for itself. */
const isAlone = ({ tokens }: Utterance): boolean => tokens.length <= 6;

/** He speaks of himself in that clause. */
function isFirstPerson(said: Utterance, at: number): boolean {
  const clause = clauseAt(said, at);
  return clause !== undefined && said.tokens.slice(clause.from, at).some(({ text }) => text === 'we' || text === 'i');
}
