import type { FoundSignal } from '../../results.ts';
import type { Claim } from '../find/claim.ts';

/** Among the claims made most directly the last stands; those before it are its history. */
export function lastClaim(claims: Claim[]): FoundSignal | undefined {
  const strongest = Math.max(0, ...claims.map(({ strength }) => strength));
  const stands = claims.findLast(({ strength }) => strength === strongest);
  return stands && signalOf(stands, claims);
}

/** Among the claims made most directly the first stands: of what he was there for, people speak first. */
export function firstClaim(claims: Claim[]): FoundSignal | undefined {
  const strongest = Math.max(0, ...claims.map(({ strength }) => strength));
  const stands = claims.find(({ strength }) => strength === strongest);
  return stands && signalOf(stands, claims);
}

function signalOf(stands: Claim, claims: Claim[]): FoundSignal {
  const { value, evidence, range, confirmed = false } = stands;
  const before = claims.filter((claim) => claim.item < stands.item && claim.value !== value);
  const history = before.flatMap((claim) =>
    claim.evidence.slice(0, 1).map((evidence) => ({ value: claim.value, evidence })),
  );
  return { value, evidence, confirmed, history, ...(range ? { range } : {}) };
}
