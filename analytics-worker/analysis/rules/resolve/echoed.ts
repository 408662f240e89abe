import { answerOf } from '../assent.ts';
import type { Claim, Turn } from '../find/claim.ts';
import { countsOf, type Count } from '../find/counts.ts';
import { aMonth } from '../find/volume.ts';
import type { Utterance } from '../normalise/types.ts';
import { compile, matchAll, type Match } from '../match/pattern.ts';
import { quote, sentencesOf } from '../read.ts';
import { otherThings } from '../vocabulary/people.ts';
import { PRICED } from '../find/asked.ts';

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
export function echoedCounts(turn: Turn, claimed: { volume: Claim[] }): { team: Claim[]; volume: Claim[] } {
  const { said, after, reply, asked } = turn;
  const own = countsOf(said);
  if (!after || isDenied(reply)) return { team: [], volume: [] };
  const heard = echoesIn(after).filter((count) => own.length > 0 || isTakenUp(after, count));
  const isSaid = ({ quantity }: Count): boolean => own.some((count) => count.quantity.value === quantity.value);
  const claim = (count: Count, value: number, isAsked: boolean): Claim => ({
    value,
    evidence: [quote(said, own[0]?.at ?? 0, own.at(-1)?.to ?? said.tokens.length), quote(after, count.at, count.to)],
    item: said.item,
    strength: isAsked || isTakenUp(after, count) ? ASKED : TOLD,
  });
  const oneClaim = ({ from, to }: Match): Claim => ({
    value: 1,
    evidence: [quote(said, 0, said.tokens.length), quote(after, from, to)],
    item: said.item,
    strength: ASKED,
  });
  const team = heard.filter(
    (count) =>
      !count.period &&
      (count.counts === 'people' ||
        (count.counts === undefined && asked.has('team_size') && (isSaid(count) || isTakenUp(after, count)))) &&
      (asked.has('team_size') || isSaid(count)),
  );
  const alone = asked.has('team_size') ? aloneIn(after) : undefined;
  const isReckoning = after.tokens[0]?.text === 'so';
  const volume = heard.filter(
    ({ counts, period, quantity, at, isDirect, noun }) =>
      (asked.has('monthly_volume') || period === 'month' || (isDirect && isTakenUp(after, { at }))) &&
      // "Sixty a month for four" is a price, where he told of no documents.
      (asked.has('monthly_volume') || isReckoning || own.some((one) => mayBeReckoned(one, quantity.value))) &&
      !OTHER_THINGS.has(noun?.replace(/s$/u, '') ?? '') &&
      counts !== 'people' &&
      counts !== 'others' &&
      (period !== undefined ||
        (counts !== 'things' &&
          (!own.some((one) => one.quantity.value === quantity.value) || claimed.volume.length === 0))),
  );
  const values = own.map(({ quantity }) => quantity.value);
  // Of what he said plainly the agent's round number changes nothing.
  const isNew = (value: number, { period }: Count): boolean => {
    const { value: plain, range } = claimed.volume.find(({ item }) => item === said.item) ?? {};
    if (typeof plain !== 'number') return true;
    if (range && range[0] <= value && value <= range[1]) return true;
    const isBetween = Math.min(...values) < value && value < Math.max(...values);
    return isBetween || (period !== undefined && Math.abs(value - plain) > ROUNDED * plain);
  };
  return {
    team: [
      ...team.map((count) => claim(count, count.quantity.value, asked.has('team_size'))),
      ...(alone ? [oneClaim(alone)] : []),
    ],
    volume: volume
      .map((count) => ({ count, value: aMonth(count, count.period ?? 'month').value }))
      .filter(({ count, value }) => isNew(value, count))
      .map(({ count, value }) => claim(count, value, asked.has('monthly_volume'))),
  };
}

/** What an agent reckons documents a month from: "three hundred a year", "four offers". */
const mayBeReckoned = ({ counts, period, quantity }: Count, value: number): boolean =>
  period !== undefined || counts === 'documents' || (counts === undefined && quantity.value === value);

/** "So five of you.", "Ninety, thank you.": said back at once and in few words, whatever he said it with. */
function isTakenUp(after: Utterance, { at }: Pick<Count, 'at'>): boolean {
  const end = after.tokens.findIndex(({ stop }) => stop === '.' || stop === '?');
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
