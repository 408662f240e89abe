import { answerOf } from '../assent.ts';
import { compile, matchAll, type Match } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { quote, sentencesOf } from '../read.ts';
import { otherThings } from '../vocabulary/people.ts';
import { PRICED } from './asked.ts';
import type { Claim, Turn } from './claim.ts';
import { countsOf, type Count } from './counts.ts';
import { aMonth } from './volume.ts';
import { endsSentence } from '../normalise/stops.ts';

/** An agent takes up what he has heard in his first sentences. */
const SENTENCES = 2;
/** "Four users at 20 dollars": of the price, and read back all the same. */
const SEATS = new Set(['users', 'people', 'seats', 'senders', 'logins']);
const OTHER_THINGS = new Set(otherThings);
const ASKED = 4;
const TOLD = 3;
const TAKEN_UP_WITHIN = 8;
const ALONE = compile({ alone: ['just|only yourself|you', 'on your own', '1|one user|person', 'you alone'] });
/** Nobody says "about a hundred and eight". */
const ROUNDED = 0.15;

/**
 * What the agent took from an item with several numbers, or reckoned from it ("So about eleven a month. How do you …?"), and the
 * caller let stand: confirmed by silence. Of what was not asked for, only a number that the caller said.
 */
export function echoedTeam(turn: Turn): Claim[] {
  const { said, asked } = turn;
  const isAsked = asked.has('team_size');
  const { echoes, own, after } = echoesOf(turn);
  if (!after) return [];
  const alone = isAsked ? aloneIn(after) : undefined;
  return [
    ...echoes
      .filter(
        (count) =>
          !count.period &&
          (count.counts === 'people' ||
            (count.counts === undefined && isAsked && (isSaid(own, count) || isTakenUp(after, count)))) &&
          (isAsked || isSaid(own, count)),
      )
      .map((count) => claimOf(turn, count, { own, after, value: count.quantity.value, isAsked })),
    ...(alone
      ? [
          {
            value: 1,
            evidence: [quote(said, 0, said.tokens.length), quote(after, alone.from, alone.to)],
            item: said.item,
            strength: ASKED,
          },
        ]
      : []),
  ];
}

/**
 * The same of documents a month.
 *
 * @param told what frames hear in the item itself
 */
export function echoedVolume(turn: Turn, told: readonly Claim[]): Claim[] {
  const isAsked = turn.asked.has('monthly_volume');
  const { echoes, own, after } = echoesOf(turn);
  if (!after) return [];
  const isReckoning = after.tokens[0]?.text === 'so';
  const volume = echoes.filter(
    (count) =>
      (isAsked || count.period === 'month' || (count.isDirect && isTakenUp(after, count))) &&
      // "Sixty a month for four" is a price, where he told of no documents.
      (isAsked || isReckoning || own.some((one) => mayBeReckoned(one, count.quantity.value))) &&
      !OTHER_THINGS.has(count.noun?.replace(/s$/u, '') ?? '') &&
      count.counts !== 'people' &&
      count.counts !== 'others' &&
      (count.period !== undefined || (count.counts !== 'things' && (!isSaid(own, count) || told.length === 0))),
  );
  return volume
    .map((count) => ({ count, value: aMonth(count, count.period ?? 'month').value }))
    .filter(({ count, value }) => isNew(value, count, { own, told: told.find(({ item }) => item === turn.said.item) }))
    .map(({ count, value }) => claimOf(turn, count, { own, after, value, isAsked }));
}

/** The numbers that the agent said back, and the caller's own; no `after` where he denied them. */
function echoesOf({ said, after, reply }: Turn): { echoes: Count[]; own: Count[]; after: Utterance | undefined } {
  const own = countsOf(said);
  if (!after || isDenied(reply)) return { echoes: [], own, after: undefined };
  const echoes = echoesIn(after).filter((count) =>
    own.length > 0 ? !isSupposed(own, count) : isTakenUp(after, count),
  );
  return { echoes, own, after };
}

function claimOf(
  { said }: Turn,
  count: Count,
  { own, after, value, isAsked }: { own: Count[]; after: Utterance; value: number; isAsked: boolean },
): Claim {
  return {
    value,
    evidence: [quote(said, own[0]?.at ?? 0, own.at(-1)?.to ?? said.tokens.length), quote(after, count.at, count.to)],
    item: said.item,
    strength: isAsked || isTakenUp(after, count) ? ASKED : TOLD,
  };
}

/** "Say I had a hundred users?" "For a hundred users it is …": what was only supposed is not told by being said back. */
const isSupposed = (own: readonly Count[], { quantity }: Count): boolean =>
  own.some((count) => count.quantity.value === quantity.value && count.doubts.has('hypothetical'));

const isSaid = (own: readonly Count[], { quantity }: Count): boolean =>
  own.some((count) => count.quantity.value === quantity.value);

/** Of what he said plainly the agent's round number changes nothing. */
function isNew(value: number, { period }: Count, { own, told }: { own: Count[]; told: Claim | undefined }): boolean {
  if (typeof told?.value !== 'number') return true;
  const { value: plain, range } = told;
  if (range && range[0] <= value && value <= range[1]) return true;
  const values = own.map(({ quantity }) => quantity.value);
  const isBetween = Math.min(...values) < value && value < Math.max(...values);
  return isBetween || (period !== undefined && Math.abs(value - plain) > ROUNDED * plain);
}

/** What an agent reckons documents a month from: "three hundred a year", "four offers". */
const mayBeReckoned = ({ counts, period, quantity }: Count, value: number): boolean =>
  period !== undefined || counts === 'documents' || (counts === undefined && quantity.value === value);

/** "So five of you.", "Ninety, thank you.": said back at once and in few words, whatever he said it with. */
function isTakenUp(after: Utterance, { at }: Pick<Count, 'at'>): boolean {
  const end = after.tokens.findIndex(endsSentence);
  return at <= end && end < TAKEN_UP_WITHIN;
}

/** "So just yourself." */
const aloneIn = (after: Utterance): Match | undefined => matchAll(ALONE, after.tokens, 0, TAKEN_UP_WITHIN)[0];

/** A "no" further in is of something else. */
const isDenied = (reply: Utterance | undefined): boolean =>
  reply !== undefined && answerOf(reply) === 'no' && ['no', 'not', 'actually'].includes(reply.tokens[0]?.text ?? '');

/** Counts of the first sentences, without those in which a price is told. */
function echoesIn(agent: Utterance): Count[] {
  const sentences = sentencesOf(agent).slice(0, SENTENCES);
  return countsOf(agent).filter(({ at }) =>
    sentences.some(
      ({ from, to }) =>
        from <= at &&
        at < to &&
        (SEATS.has(agent.tokens[at + 1]?.text ?? '') || !PRICED.test(quote(agent, from, to).quote)),
    ),
  );
}
