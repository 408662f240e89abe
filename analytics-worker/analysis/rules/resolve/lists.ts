import type { FoundSignal } from '../../results.ts';
import type { Claim } from '../find/claim.ts';
import type { SystemClaim } from '../find/systems.ts';

/** A pain is told plainly, or slightly and more than once, or where he was asked. */
const ENOUGH = 2;
/** Beside the plainest pain another one counts only if it is nearly as plain. */
const BESIDE = 0.6;
const MOST_PAINS = 3;

/** Systems in the order in which they were named; one that he rules out later is none. */
export function listOfSystems(claims: SystemClaim[]): FoundSignal | undefined {
  const standing = new Map<unknown, SystemClaim>();
  for (const claim of claims) {
    if (claim.dropped) standing.delete(claim.value);
    else if (!standing.has(claim.value)) standing.set(claim.value, claim);
  }
  const ruledOut = claims.filter(({ dropped }) => dropped).map(({ value }) => value);
  const list = [...standing.values()].filter(
    ({ value }) => !ruledOut.includes(value) || claims.findLast((claim) => claim.value === value)?.dropped === false,
  );
  return listed(
    list,
    list.map(({ value }) => value),
  );
}

/** What goes wrong now: the plainest, and what is nearly as plain. */
export function listOfPains(claims: Claim[]): FoundSignal | undefined {
  const plainest = Math.max(0, ...claims.map(({ strength }) => strength));
  const enough = claims.filter(({ strength }) => strength >= Math.max(ENOUGH, plainest * BESIDE));
  const list = enough
    .toSorted((a, b) => b.strength - a.strength)
    .slice(0, MOST_PAINS)
    .toSorted((a, b) => a.item - b.item);
  return listed(
    list,
    list.map(({ value }) => value),
  );
}

function listed(claims: Claim[], value: unknown[]): FoundSignal | undefined {
  return claims.length === 0
    ? undefined
    : { value, evidence: claims.flatMap(({ evidence }) => evidence), confirmed: false, history: [] };
}
