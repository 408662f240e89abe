import { answerOf } from '../assent.ts';
import type { Claim, Turn } from '../find/claim.ts';
import { countsOf, type Count } from '../find/counts.ts';
import { aMonth } from '../find/volume.ts';
import type { Utterance } from '../normalise/types.ts';
import { quote } from '../read.ts';
import { PRICED } from '../find/asked.ts';

/** An agent takes up what he has heard in his first sentences. */
const SENTENCES = 2;
/** "Four users at 20 dollars": of the price, and read back all the same. */
const SEATS = new Set(['users', 'people', 'seats', 'senders', 'logins']);
const ASKED = 4;
const TOLD = 3;
/** Nobody says "about a hundred and eight". */
const ROUNDED = 0.15;

/**
 * What the agent took from an item with several numbers, or reckoned from it ("So about eleven a month. How do you …?"), and the
 * caller let stand: confirmed by silence. Of what was not asked for, only a number that the caller said.
 */
export function echoedCounts(turn: Turn, claimed: { volume: Claim[] }): { team: Claim[]; volume: Claim[] } {
  const { said, after, reply, asked } = turn;
  const own = countsOf(said);
  if (!after || own.length === 0 || isDenied(reply)) return { team: [], volume: [] };
  const heard = echoesIn(after);
  const isSaid = ({ quantity }: Count): boolean => own.some((count) => count.quantity.value === quantity.value);
  const claim = (count: Count, value: number, isAsked: boolean): Claim => ({
    value,
    evidence: [quote(said, own[0]?.at ?? 0, own.at(-1)?.to ?? said.tokens.length), quote(after, count.at, count.to)],
    item: said.item,
    strength: isAsked ? ASKED : TOLD,
  });
  const team = heard.filter(
    (count) =>
      !count.period &&
      (count.counts === 'people' || (count.counts === undefined && asked.has('team_size') && isSaid(count))) &&
      (asked.has('team_size') || isSaid(count)),
  );
  const volume = heard.filter(
    ({ counts, period, quantity }) =>
      (asked.has('monthly_volume') || period === 'month') &&
      counts !== 'people' &&
      counts !== 'others' &&
      (period !== undefined || (counts !== 'things' && !own.some((one) => one.quantity.value === quantity.value))),
  );
  const values = own.map(({ quantity }) => quantity.value);
  // Of what he said plainly the agent's round number changes nothing.
  const isNew = (value: number, { period }: Count): boolean => {
    const plain = claimed.volume.find(({ item }) => item === said.item)?.value;
    if (typeof plain !== 'number') return true;
    const isBetween = Math.min(...values) < value && value < Math.max(...values);
    return isBetween || (period !== undefined && Math.abs(value - plain) > ROUNDED * plain);
  };
  return {
    team: team.map((count) => claim(count, count.quantity.value, asked.has('team_size'))),
    volume: volume
      .map((count) => ({ count, value: aMonth(count, count.period ?? 'month').value }))
      .filter(({ count, value }) => isNew(value, count))
      .map(({ count, value }) => claim(count, value, asked.has('monthly_volume'))),
  };
}

/** A "no" further in is of something else. */
const isDenied = (reply: Utterance | undefined): boolean =>
  reply !== undefined && answerOf(reply) === 'no' && ['no', 'not', 'actually'].includes(reply.tokens[0]?.text ?? '');

/** Counts of the first sentences, without those in which a price is told. */
function echoesIn(agent: Utterance): Count[] {
  const sentences = [...new Set(agent.clauses.map(({ sentence }) => sentence))].slice(0, SENTENCES);
  const spans = sentences.map((sentence) => agent.clauses.filter((clause) => clause.sentence === sentence));
  return countsOf(agent).filter(({ at }) =>
    spans.some((clauses) => {
      const from = clauses[0]?.from ?? 0;
      const to = clauses.at(-1)?.to ?? 0;
      return (
        from <= at &&
        at < to &&
        (SEATS.has(agent.tokens[at + 1]?.text ?? '') || !PRICED.test(quote(agent, from, to).quote))
      );
    }),
  );
}
