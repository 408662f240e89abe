import { confidenceBy, scoreLead } from '../../conclusions/leadScore.ts';
import type { ScoringConfig } from '../../conclusions/scoringConfig.ts';
import type { Signal } from '../../conclusions/signals.ts';
import type { LeadScore, ScoredSignal } from '../../conclusions/types.ts';
import type { Engine, Findings } from '../results.ts';
import type { Evidence } from '../transcript.ts';
import { firmographicOf, type Company } from './firmographic.ts';
import { claimsOf, trustedOf, type Claim, type Source, type Trusted } from './trust.ts';

export type LeadLine = Omit<ScoredSignal, 'evidence'> & { source: Source | null; evidence: readonly Evidence[] };

export type AnalysedLead = Omit<LeadScore, 'breakdown'> & {
  breakdown: LeadLine[];
  /** How many scored signals are known, how many of them are proven, and how many the caller or a human confirmed. */
  basis: { known: number; proven: number; confirmed: number };
  /** All signals, scored or not, with where they come from. */
  signals: ReadonlyMap<string, Trusted>;
};

export type LeadContext = {
  engine: Engine;
  /** What was recorded in mid-call, or set by a human. */
  recorded?: readonly Claim[];
  /** What the other engine found, where both read the call. */
  others?: readonly Claim[];
  /** 0-10; null where it is not known. */
  engagement: number | null;
  /** What an enrichment source knows of the caller's company. */
  company?: Company | null;
};

/** The lead after the call: the mid-call score over the signals that are most to be trusted (docs/scoring.md). */
export function leadOf(findings: Findings, config: ScoringConfig, context: LeadContext): AnalysedLead {
  const { engine, recorded = [], others = [], engagement, company = null } = context;
  const trusted = trustedOf([...recorded, ...claimsOf(findings, engine), ...others]);
  const buyingSignals = findings.passages.filter(({ kind }) => kind === 'buying_signal').length;
  const signals = new Map([...trusted].map(([name, claim]) => [name, asSignal(claim)]));
  const scored = scoreLead(signals, config, { engagement, buyingSignals, firmographic: firmographicOf(company) });
  const known = scored.breakdown.flatMap((line) => (line.known ? (trusted.get(line.signal) ?? []) : []));
  const confirmed = known.filter(isConfirmed).length;
  const proven = known.filter((claim) => isConfirmed(claim) || claim.evidence.length > 0).length;
  return {
    ...scored,
    confidence: confidenceBy(proven),
    breakdown: scored.breakdown.map((line) => {
      const { source = null, evidence = [] } = trusted.get(line.signal) ?? {};
      return { ...line, source, evidence };
    }),
    basis: { known: known.length, proven, confirmed },
    signals: trusted,
  };
}

function asSignal({ name, value }: Claim): Signal {
  return { name, value, evidence: { eventId: '', itemId: null, quote: null } };
}

function isConfirmed({ source }: Claim): boolean {
  return source === 'human' || source === 'confirmed';
}
