import type { Lead } from '../../../../api/types.ts';
import { formatValue, inWords } from '../../format/words.ts';

type Points = Lead['points'];

/** What a caller said, with all the points that it gave. */
export type Reason = { quote: string | null; itemId: string | null; gave: string };

/** Why a score is what it is: all that is known, most points first; a sentence that says two things stands once. */
export function reasonsOf(points: Points): Reason[] {
  const known = points.filter((line) => line.known);
  const keys = new Set(known.map(({ quote, signal }) => quote ?? signal));
  return [...keys].map((key) => {
    const same = known.filter(({ quote, signal }) => (quote ?? signal) === key);
    const quote = same[0]?.quote ?? null;
    const gave = same
      .map((line) => `${inWords(line.signal)}${quote === null ? ` ${formatValue(line.value)}` : ''} +${line.points}`)
      .join(', ');
    return { quote, itemId: same[0]?.itemId ?? null, gave };
  });
}

/** The score as one would add it up by hand: `25 + 15 = 40 of 95 points: 42 of 100`; null without a score. */
export function equationOf({ points, sum, score }: Pick<Lead, 'points' | 'sum' | 'score'>): string | null {
  if (sum === null || score === null) return null;
  const given = points.map((line) => line.points).filter((value) => value > 0);
  const addends = given.length > 1 ? `${given.join(' + ')} = ` : '';
  return `${addends}${sum.points} of ${sum.maxPoints} points: ${score} of 100`;
}
