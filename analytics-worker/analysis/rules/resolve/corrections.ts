import type { Claim, Turn } from '../find/claim.ts';
import { countsOf, type Count } from '../find/counts.ts';
import { compile, matchAll } from '../match/pattern.ts';
import { quote } from '../read.ts';
import { answerOf } from '../assent.ts';
import { isPut } from '../find/put.ts';
import { corrections } from '../vocabulary/team.ts';

const FRAMES = compile({ corrected: corrections });
const MADE = compile({
  made: [
    'no wait #',
    'wait no #',
    'sorry|correction|actually # not',
    'i meant ..1 #',
    'make it|that|them ..1 #',
    'change it|that to #',
    'let us say|call it #',
    'so|just|better put ..2 #',
  ],
});
const CORRECTED = 5;

/**
 * "Sorry, did I say fourteen? It's sixteen": a later item in which a value that was claimed is said again with another one.
 * The other one takes its place.
 */
export function correctionsOf(turns: Turn[], claims: Claim[], isOf: (count: Count) => boolean): Claim[] {
  return turns.flatMap((turn) => {
    const before = claims.filter(({ item }) => item < turn.said.item);
    const counts = countsOf(turn.said);
    const old = counts.find(({ quantity }) => before.some(({ value }) => value === quantity.value));
    const made = madeIt(turn, before, isOf);
    if (made) return [made];
    if (!old || matchAll(FRAMES, turn.said.tokens).length === 0) return [];
    const next = counts.find(
      ({ at, quantity, doubts, counts }) =>
        at !== old.at &&
        quantity.value !== old.quantity.value &&
        counts !== 'things' &&
        !doubts.has('negated') &&
        !doubts.has('past'),
    );
    if (!next) return [];
    const evidence = [quote(turn.said, Math.min(old.at, next.at), Math.max(old.to, next.to))];
    return [{ value: next.quantity.value, evidence, item: turn.said.item, strength: CORRECTED }];
  });
}

/** "Oh, make it twelve": directly behind the claim that it takes the place of. */
function madeIt({ said, before: agent }: Turn, before: Claim[], isOf: (count: Count) => boolean): Claim | undefined {
  const isNoted = agent !== undefined && isPut(agent.text) && countsOf(agent).some(isOf);
  const made = matchAll(MADE, said.tokens).at(-1);
  const number = made?.number === undefined ? undefined : said.tokens[made.number]?.number;
  // "Two fifty a month, no wait, three fifty" is of what was said just before it.
  if (countsOf(said).some(({ at, isInstead }) => at === made?.number && isInstead)) return undefined;
  if (!made || !number || !(before.some(({ item }) => item >= said.item - 2) || isNoted)) return undefined;
  return { value: number.value, evidence: [quote(said, made.from, made.to)], item: said.item, strength: CORRECTED };
}

/** Claims without those that the agent put to him and he denied, giving another number or none. */
export function withoutDenied(turns: Turn[], claims: Claim[]): Claim[] {
  const denied = turns.flatMap(({ said, before }) => {
    if (!before || answerOf(said) !== 'no' || !isPut(before.text)) return [];
    const own = new Set(countsOf(said).map(({ quantity }) => quantity.value));
    const put = countsOf(before).filter(({ doubts, quantity }) => doubts.has('question') && !own.has(quantity.value));
    return put.map(({ quantity }) => ({ value: quantity.value, item: said.item }));
  });
  return claims.filter((claim) => !denied.some(({ item, value }) => item > claim.item && value === claim.value));
}
