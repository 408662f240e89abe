import { answerOf } from '../assent.ts';
import { quote } from '../read.ts';
import { PRICED } from './asked.ts';
import type { Claim, Turn } from './claim.ts';
import { countsOf, type Count } from './counts.ts';

const STRENGTH = 4;

/** How many people the agent put to the caller and he confirmed: "So about twelve people?" "Yeah." */
export const putTeam = (turn: Turn): Claim[] =>
  confirmedCounts(turn, ({ counts, period }) => counts === 'people' && !period);

/** How many documents a month the agent put to him and he confirmed. */
export const putVolume = (turn: Turn): Claim[] =>
  SUM.test(turn.before?.text ?? '')
    ? []
    : confirmedCounts(
        turn,
        ({ counts, period }) => period === 'month' && (counts === 'documents' || counts === undefined),
      );
/** "For five people it's ninety five a month": what so many pay. */
const SUM =
  /\bfor (?:the )?[\w-]+(?: [\w-]+)? (?:people|users|seats|of you|of them),? (?:it|that)(?:'s| is| would be|'d be| comes to)\b/iu;

function confirmedCounts({ before, said }: Turn, isOf: (count: Count) => boolean): Claim[] {
  if (!before || before.interrupted || !isPut(before.text) || answerOf(said) !== 'yes') return [];
  // Who answers with a sum of money was told a price.
  if (said.tokens.some(({ number }) => number?.form === 'money')) return [];
  const own = countsOf(said);
  return countsOf(before)
    .filter((count) => !count.doubts.has('negated') && isOf(count))
    .filter(({ quantity }) => own.length === 0 || own.some((count) => count.quantity.value === quantity.value))
    .map(({ quantity, at, to }) => ({
      value: quantity.value,
      evidence: [quote(before, at, to), quote(said, 0, said.tokens.length)],
      item: said.item,
      strength: STRENGTH,
      confirmed: true,
      ...(quantity.range ? { range: quantity.range } : {}),
    }));
}

/** A price or a plan is told, not put to him. */
export const isPut = (text: string): boolean => !PRICED.test(text);
