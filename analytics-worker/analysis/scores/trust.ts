import { groupBy } from '../../../lib/group.ts';
import { asNumber, asWords } from '../../conclusions/signals.ts';
import type { Engine, Findings } from '../results.ts';
import type { Evidence } from '../transcript.ts';

/** Who says what a signal's value is, the most trusted first (docs/scoring.md). */
export const sources = ['human', 'confirmed', 'llm', 'agent', 'rules'] as const;
export type Source = (typeof sources)[number];

/** One source's word on a signal. `agent`: recorded in mid-call by the agent's own model. */
export type Claim = {
  name: string;
  /** Of a human null: there is no such signal. */
  value: unknown;
  source: Source;
  evidence: readonly Evidence[];
  /** Values that the same source heard before and that were corrected. */
  replaced?: readonly unknown[];
};

/** The claim that counts, and what others said that is not the same. */
export type Trusted = Claim & { others: { source: Source; value: unknown }[] };

export function claimsOf({ signals }: Pick<Findings, 'signals'>, engine: Engine): Claim[] {
  return Object.entries(signals).map(([name, { value, evidence, confirmed, history }]) => ({
    name,
    value,
    source: confirmed ? 'confirmed' : engine,
    evidence,
    replaced: history.map((before) => before.value),
  }));
}

/** One value for each signal: the most trusted source's, of equals the first given. A human's null takes a signal away. */
export function trustedOf(claims: readonly Claim[]): Map<string, Trusted> {
  const stated = claims.filter(({ source, value }) => source === 'human' || !isNothing(value));
  const trusted = new Map<string, Trusted>();
  for (const [name, all] of groupBy(stated, (claim) => claim.name)) {
    const [best, ...rest] = all.toSorted((a, b) => rankIn(all, a) - rankIn(all, b));
    if (!best || isNothing(best.value)) continue;
    const differ = rest.filter(({ value }) => !isSame(value, best.value));
    trusted.set(name, { ...best, others: differ.map(({ source, value }) => ({ source, value })) });
  }
  return trusted;
}

/** What another source heard being corrected ranks last, unless a human or the caller stands behind it. */
function rankIn(all: readonly Claim[], claim: Claim): number {
  const { source, value } = claim;
  const isFirm = source === 'human' || source === 'confirmed';
  const isCorrected = all.some(({ replaced = [] }) => replaced.some((before) => isSame(before, value)));
  return sources.indexOf(source) + (isCorrected && !isFirm ? sources.length : 0);
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** The same number, or the same words in any order and case. */
function isSame(a: unknown, b: unknown): boolean {
  const [first, second] = [asNumber(a), asNumber(b)];
  if (first !== null || second !== null) return first === second;
  if (typeof a === 'boolean' || typeof b === 'boolean') return a === b;
  const words = (value: unknown) => asWords(value).toSorted().join('\n');
  return words(a) === words(b);
}
