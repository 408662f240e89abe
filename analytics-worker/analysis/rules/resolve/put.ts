import type { Claim, Turn } from '../find/claim.ts';
import { countsOf, type Count } from '../find/counts.ts';
import { PRICED } from '../find/asked.ts';
import { quote } from '../read.ts';
import { answerOf } from '../assent.ts';

/** What the agent put to the caller and he confirmed: "So about twelve people?" "Yeah." */
export function confirmedCounts(turn: Turn): { team: Claim[]; volume: Claim[] } {
  const { before, said } = turn;
  if (!before || before.interrupted || answerOf(said) !== 'yes') return { team: [], volume: [] };
  const own = countsOf(said);
  const counts = countsOf(before).filter(({ doubts }) => !doubts.has('negated'));
  const claims = (chosen: Count[]): Claim[] =>
    chosen
      .filter(({ quantity }) => own.length === 0 || own.some((count) => count.quantity.value === quantity.value))
      .map(({ quantity, at, to }) => ({
        value: quantity.value,
        evidence: [quote(before, at, to), quote(said, 0, said.tokens.length)],
        item: said.item,
        strength: 4,
        confirmed: true,
        ...(quantity.range ? { range: quantity.range } : {}),
      }));
  return {
    team: claims(counts.filter(({ counts, period }) => counts === 'people' && !period && isPut(before.text))),
    volume: claims(
      counts.filter(
        (count) =>
          count.period === 'month' &&
          (count.counts === 'documents' || count.counts === undefined) &&
          isPut(before.text),
      ),
    ),
  };
}

/** A price or a plan is told, not put to him. */
export const isPut = (text: string): boolean => !PRICED.test(text);
