import type { FoundSignal } from '../../results.ts';
import type { Claim } from '../find/claim.ts';

/** Among the claims made most directly the last stands; those before it are its history. */
export function lastClaim(claims: Claim[]): FoundSignal | undefined {
  const strongest = Math.max(0, ...claims.map(({ strength }) => strength));
  const stands = claims.findLast(({ strength }) => strength === strongest);
  return stands && signalOf(stands, claims);
}

/** Among the claims made most directly (of one value, where it is given) the first stands: of what he was there for, people speak first. */
export function firstClaim(claims: Claim[], value?: Claim['value']): FoundSignal | undefined {
  const able = claims.filter((claim) => value === undefined || claim.value === value);
  const strongest = Math.max(0, ...able.map(({ strength }) => strength));
  const stands = able.find(({ strength }) => strength === strongest);
  return stands && signalOf(stands, claims);
}

/**
 * The value that most speaks for, if that is a `hint` at least together: each thing said counts once. It is told by the most
 * direct of its claims; what was no more than a hint is no history.
 */
export function firstOrHinted(claims: Claim[], hint: number): FoundSignal | undefined {
  const weights = new Map<Claim['value'], Map<string, number>>();
  for (const { value, strength, evidence } of claims) {
    const said = weights.get(value) ?? new Map<string, number>();
    const words = (evidence[0]?.quote ?? '').toLowerCase().replace(/'?s$/u, '');
    weights.set(value, said.set(words, Math.max(strength, said.get(words) ?? 0)));
  }
  const sums = [...weights].map(([value, said]) => ({ value, sum: weightOf([...said.values()]) }));
  const [best] = sums.toSorted((a, b) => b.sum - a.sum);
  if (!best || best.sum < hint) return undefined;
  return firstClaim(
    claims.filter(({ value, strength }) => value === best.value || strength > hint),
    best.value,
  );
}

/** Hints are worth no more beside what is said outright than it is itself. */
function weightOf(weights: number[]): number {
  const most = Math.max(...weights);
  return most + Math.min(weights.reduce((a, b) => a + b, 0) - most, MOST_BESIDE);
}
const MOST_BESIDE = 1.5;

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
