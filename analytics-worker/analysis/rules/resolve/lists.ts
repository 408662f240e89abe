import type { FoundSignal } from '../../results.ts';
import type { Claim } from '../find/claim.ts';
import type { SystemClaim } from '../find/systems.ts';

/** Systems in the order in which they were named; one that he rules out later is none. */
export function listOfSystems(claims: SystemClaim[]): FoundSignal | undefined {
  const standing = new Map<unknown, SystemClaim>();
  for (const claim of claims) {
    if (claim.dropped) standing.delete(claim.value);
    else if (!standing.has(claim.value)) standing.set(claim.value, claim);
  }
  const list = [...standing.values()];
  return listed(
    list,
    list.map(({ value }) => value),
  );
}

/** What goes wrong now, in order. */
export function listOfPains(claims: Claim[]): FoundSignal | undefined {
  return listed(
    claims,
    claims.map(({ value }) => value),
  );
}

function listed(claims: Claim[], value: unknown[]): FoundSignal | undefined {
  return claims.length === 0
    ? undefined
    : { value, evidence: claims.flatMap(({ evidence }) => evidence), confirmed: false, history: [] };
}
