import { isName } from './guess.ts';
import { hitAt, lexicon } from '../match/lexicon.ts';
import { compile, matchAll } from '../match/pattern.ts';
import { plainProduct } from '../normalise/products.ts';
import type { Utterance } from '../normalise/types.ts';
import { clauseAt } from '../read.ts';
import { businesses } from '../vocabulary/industries.ts';
import { wordsIn } from '../vocabulary/lines.ts';
import { notPlaces, regions } from '../vocabulary/places.ts';
import { countries } from '../vocabulary/towns.ts';

/** Of a place named with one of these the place counts. */
export const REGIONS = new Set([...regions, ...countries]);
const NOT_PLACES = new Set(notPlaces);
const BUSINESSES = lexicon({
  ...businesses,
  any: wordsIn(`
place, business, company, office, firm, practice, agency, team, branch here, workshop, showroom, startup, studio,
outfit, organisation, organization
`),
});

/** A word that is on no list, where a place would stand: "based in felixstowe". */
export function guesses(said: Utterance, isAsked: boolean): { from: number; to: number; value: string }[] {
  const { tokens } = said;
  const strong = matchAll(GUESS, tokens);
  const introduced = matchAll(INTRODUCED, tokens);
  const isOnly = (at: number): boolean =>
    isCapital(said, at) ||
    !(isName(tokens, at + 1) || BUSINESSES.has(tokens[at + 1]?.text ?? '')) ||
    tokens[at]?.stop !== undefined;
  return tokens.flatMap((token, at) => {
    const led =
      strong.some((match) => match.to === at) ||
      (introduced.some((match) => match.to === at) && isOnly(at)) ||
      (BEFORE.has(tokens[at - 1]?.text ?? '') && (isAsked || isCapital(said, at) || hasBusinessBefore(said, at - 1)));
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
      (isCapital(said, at) || isName(tokens, at)) &&
      (isRegionBehind || ENDINGS.has(tokens[at + 1]?.text ?? '') || isOnly(at)) &&
      !(token.text.endsWith('s') && !isCapital(said, at) && !ENDINGS.has(tokens[at + 1]?.text ?? '')) &&
      !INTO.has(tokens[at - 2]?.text ?? '');
    const answers = isAsked && tokens.length <= 4 && at === 0;
    if (!(led || answers || inHis) || !isWord(token.text) || token.number || token.product) return [];
    const more = TWO_WORDS.has(token.text) && isWord(tokens[at + 1]?.text ?? '') ? 2 : surnameOf(tokens, at);
    return [
      {
        from: at,
        to: at + more,
        value: verbatim(said, at, at + more),
      },
    ];
  });
}

/** As it was written: a rule for words, "mornin" for "morning", holds for no name. */
const verbatim = ({ text, tokens }: Utterance, from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ start, end }) => text.slice(start, end).toLowerCase())
    .join(' ');

/** Written with a capital inside a sentence, where the recogniser writes others without. */
function isCapital({ text, tokens }: Utterance, at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  return (
    token !== undefined &&
    before !== undefined &&
    /\p{Lu}/u.test(text[token.start] ?? '') &&
    /\p{Ll}/u.test(text[before.start] ?? '')
  );
}

/** "stow on the wold", "newark on trent": a place and what it lies on. */
function surnameOf(tokens: Utterance['tokens'], at: number): number {
  if (ENDINGS.has(tokens[at + 1]?.text ?? '')) return 2;
  if (!['on', 'upon', 'under', 'by'].includes(tokens[at + 1]?.text ?? '')) return 1;
  const next = tokens[at + 2]?.text ?? '';
  if (WATERS.has(next)) return 3;
  return next === 'the' && WATERS.has(tokens[at + 3]?.text ?? '') ? 4 : 1;
}
const WATERS = new Set(
  wordsIn(`
wold, water, trent, thames, tyne, sea, avon, tweed, wye, hill, lyne, solent, tees, dee, wharfe, humber, forth, don,
severn, hudson, main, moor, marsh, green
`),
);
/** "jeffreys bay" */
const ENDINGS = new Set(
  wordsIn(`
bay, city, beach, falls, springs, island, islands, valley, harbour, harbor, creek, lake, river, county, heights, hills,
rock, junction, rapids, grove, ridge, regis, abbas, wells, spa, heath, shire, province, parish, gardens, quay
`),
);

const GUESS = compile({
  place: wordsIn(`
based in|near|outside|at|around, up|out|down by|near|beside, calling|ringing|phoning|speaking from, located in|near,
over|up|down|out|back|here in, out of, here in, office is|are in, we|i are|am in,
municipality|city|town|village|county|council of, clerk in|of, live in, headquartered in, operate out of, work from,
just|right outside, we|i are|am based|located|here in|near|outside, place of work it? is in?, company from
`),
});
/** Behind these may stand his company as well: "we're ringing from harbour lettings"; behind a name and "from" stands nothing else. */
const INTRODUCED = compile({
  from: ['it|this is _ _? in', 'my name is _ _? in', 'i am _ in', 'i|we call|ring|phone|write|speak from'],
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

export function hasBusinessBefore(said: Utterance, before: number): boolean {
  for (let at = Math.max(0, before - 4); at < before; at++) {
    const hit = hitAt(BUSINESSES, said.tokens, at, before);
    if (hit && hit.to >= before - 1) return true;
  }
  return false;
}

/** He speaks of himself in that clause. */
export function isFirstPerson(said: Utterance, at: number): boolean {
  const clause = clauseAt(said, at);
  return clause !== undefined && said.tokens.slice(clause.from, at).some(({ text }) => text === 'we' || text === 'i');
}
