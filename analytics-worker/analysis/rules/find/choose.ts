import { wordsIn } from '../vocabulary/lines.ts';
import { compile, matchAll } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { isTakenBack, type Count } from './counts.ts';
import { endsSentence } from '../normalise/stops.ts';

/** Of several counts in one item the one that is meant. */

const MARKS = compile({
  only: ['just|only the? #', 'just|only our #'],
  total: wordsIn(`
so ..4 #, call it ..2 #, that is|makes ..2 #, makes ..2 #, makes it ..2 #, let us say ..1 #, say ..1 #, # of us,
# altogether|together, # all together, # in total|all, # all in|told, # total, total #, total of #, in total ..2 #, is more like ..1 #, more like ..1 #,
altogether ..2 #, it would|will be ..5 #, on average ..2 #, average of|is ..1 #, # on average,
# normally|usually|typically, normally|usually|typically ..3 #, in the end ..2 #
`),
});
const JOINS = new Set(['and', 'plus', 'another']);

/** The counts without those that were taken back: "four no five", "thirty i mean thirteen". */
export const standing = (utterance: Utterance, counts: Count[]): Count[] =>
  counts.filter((count, index) => {
    const next = counts[index + 1];
    return !next || !isTakenBack(utterance, count, next);
  });

/** Places of the numbers that were said as a sum or as what to reckon with; with `only`, as all that count. */
export function totalsIn(utterance: Utterance, label: 'total' | 'only' = 'total'): Set<number> {
  return new Set(
    matchAll(MARKS, utterance.tokens).flatMap((match) =>
      match.label === label && match.number !== undefined ? [match.number] : [],
    ),
  );
}

/** Whether two counts are parts of a sum: "twenty two in the field plus three in the office". */
export function areAdded(utterance: Utterance, first: Count, second: Count): boolean {
  const between = utterance.tokens.slice(first.at + 1, second.at);
  const words = between.map(({ text }) => text);
  if (between.some(endsSentence) || words.includes('but') || words.includes('or')) return false;
  return (
    words.some((word) => JOINS.has(word)) || utterance.tokens[first.to - 1]?.stop === ',' || first.to === second.at
  );
}

/** What the agent repeats of a caller's number, at the beginning of his next words. */
export function echoed(after: Utterance | undefined): number[] {
  if (!after) return [];
  return after.tokens.slice(0, 16).flatMap(({ number }) => (number?.form === 'count' ? [number.value] : []));
}
