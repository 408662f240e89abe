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

/** Words that are judged by themselves: from which token of the item on, and which pieces they are. */
export type Span = { head: SpanHead; first: number; from: number; to: number };

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
    const spanOf = (head: SpanHead, first: number, behind: number): Span[] => {
      const from = begins + piecesOf(said.text.slice(0, said.tokens[first]?.start)).length;
      const to = begins + piecesOf(said.text.slice(0, said.tokens[behind - 1]?.end)).length;
      return from < to && to <= begins + own.length ? [{ head, first, from, to }] : [];
    };
    const spans = [
      ...(mentions.get(said.item) ?? []).flatMap(({ from, to }) => spanOf('stances', from, to)),
      ...countsOf(said).flatMap(({ at }) => spanOf('counts', at, at + 1)),
      ...papersIn(said).flatMap(({ from, to }) => spanOf('papers', from, to)),
      ...placesIn(said).flatMap(({ from, to }) => spanOf('places', from, to)),
    ];
    const pieces = [begin, ...before, end, ...own, end, ...after, end];
    return { said, pieces, own: pieces.map((_, at) => at >= begins && at <= begins + own.length), spans };
  });
}
