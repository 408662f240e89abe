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

/** Where no claim is more than a hint, the value that most hints are of, if they are enough together. */
export function firstOrHinted(claims: Claim[], hint: number, enough: number): FoundSignal | undefined {
  const made = claims.filter(({ strength }) => strength > hint);
  if (made.length > 0) return firstClaim(made);
  const weights = new Map<Claim['value'], number>();
  for (const { value, strength } of claims) weights.set(value, (weights.get(value) ?? 0) + strength);
  const [best] = [...weights].toSorted((a, b) => b[1] - a[1]);
  return best && best[1] >= enough ? firstClaim(claims.filter(({ value }) => value === best[0])) : undefined;
}

function signalOf(stands: Claim, claims: Claim[]): FoundSignal {
  const { value, evidence, range, confirmed = false } = stands;
  const before = claims.filter(
    (claim, index) =>
      claim.item < stands.item &&
      claim.value !== value &&
      claims.findIndex((one) => one.value === claim.value) === index,
  );
  const history = before.flatMap((claim) =>
    claim.evidence.slice(0, 1).map((evidence) => ({ value: claim.value, evidence })),
  );
  return { value, evidence, confirmed, history, ...(range ? { range } : {}) };
}
