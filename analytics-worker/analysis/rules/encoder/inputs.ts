import { namedBy } from '../competitors/named.ts';
import { countsOf } from '../find/counts.ts';
import { placesIn } from '../find/location.ts';
import { papersIn } from '../find/papers.ts';
import { groupBy } from '../../../../lib/group.ts';
import type { Utterance } from '../normalise/types.ts';
import type { Talk } from '../talk.ts';
import type { SpanHead } from './encoded.ts';
import type { Pieces } from './pieces.ts';

/** An item as the encoder takes it: `[CLS] before [SEP] said [SEP] after [SEP]`. */
export type Input = {
  said: Utterance;
  pieces: number[];
  /** Of each piece whether it is the item's own. */
  own: boolean[];
  /** Where products, documents and places are named and things counted. */
  spans: Span[];
};

/** Words that are judged by themselves, from token to token. */
type Words = { head: SpanHead; first: number; behind: number };
/** The same with the pieces that they are. */
export type Span = Pick<Words, 'head' | 'first'> & { from: number; to: number };

/** At most so many pieces: the end of what the agent said before, the item's beginning, and that of what he said after. */
const MOST = { before: 40, said: 80, after: 24 };
/** Hours of talk, and some ten seconds of reading; what is said later is weighed by its words alone. */
const MOST_ITEMS = 2_000;

/** The caller's items that say anything, each between what the agent said before and after it (test/train/encoder trains on the same). */
export function inputsOf(talk: Talk, { of: piecesOf, begin, end }: Pieces): Input[] {
  const mentions = groupBy(
    namedBy(talk).flatMap(({ told }) => told.map(({ mention }) => mention)),
    ({ utterance }) => utterance.item,
  );
  const telling = talk.caller.filter(({ tokens }) => tokens.length > 0);
  return telling.slice(0, MOST_ITEMS).map((said): Input => {
    const before = piecesOf(talk.before(said)?.text ?? '').slice(-MOST.before);
    const own = piecesOf(said.text).slice(0, MOST.said);
    const after = piecesOf(talk.after(said)?.text ?? '').slice(0, MOST.after);
    const begins = before.length + 2;
    const words: Words[] = [
      ...(mentions.get(said.item) ?? []).map(({ from, to }): Words => ({ head: 'stances', first: from, behind: to })),
      ...countsOf(said).map(({ at }): Words => ({ head: 'counts', first: at, behind: at + 1 })),
      ...papersIn(said).map(({ from, to }): Words => ({ head: 'papers', first: from, behind: to })),
      ...placesIn(said).map(({ from, to }): Words => ({ head: 'places', first: from, behind: to })),
    ];
    const places = words.length > 0 ? piecesOfTokens(said, piecesOf) : [];
    const spans = words.flatMap(({ head, first, behind }): Span[] => {
      const [place, last] = [places[first], places[behind - 1]];
      if (!place || !last || last.to > own.length || place.from === last.to) return [];
      return [{ head, first, from: begins + place.from, to: begins + last.to }];
    });
    const pieces = [begin, ...before, end, ...own, end, ...after, end];
    return { said, pieces, own: pieces.map((_, at) => at >= begins && at <= begins + own.length), spans };
  });
}

/** Which of the item's pieces each token is; those that are not read have none. */
function piecesOfTokens({ text, tokens }: Utterance, piecesOf: Pieces['of']): { from: number; to: number }[] {
  const places: { from: number; to: number }[] = [];
  let read = 0;
  for (const { start, end } of tokens) {
    const last = places.at(-1) ?? { from: 0, to: 0 };
    if (last.to >= MOST.said) break;
    // "gonna" is two tokens at one place.
    if (start < read) {
      places.push(last);
      continue;
    }
    const from = last.to + piecesOf(text.slice(read, start)).length;
    places.push({ from, to: from + piecesOf(text.slice(start, end)).length });
    read = end;
  }
  return places;
}
