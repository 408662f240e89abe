import type { ScoringConfig } from '../../conclusions/scoringConfig.ts';
import type { Competitor, Findings, Objection } from '../results.ts';
import type { Evidence } from '../transcript.ts';
import { bantOf, type Bant } from './bant.ts';
import type { AnalysedLead } from './lead.ts';
import { mentionsOf, ofKind, proofOf, type Mention } from './mentions.ts';
import { nextActionOf } from './next-action.ts';
import type { Trusted } from './trust.ts';

/** Raised when the same findings would give another result. */
export const SALES_VERSION = 1;

export type Battlecard = Evidence & { on: 'competitor' | 'objection' | 'comparison' | 'switching'; about: string };
export type KeyQuote = Evidence & { why: string };
export type SalesSignal = Pick<Trusted, 'value' | 'source' | 'evidence'>;

export type SalesIntelligence = {
  version: number;
  /** Every signal that is known, by its name: team_size, monthly_volume, integration_needs, budget_authority, … */
  signals: Record<string, SalesSignal>;
  competitors: Competitor[];
  objections: Objection[];
  featureRequests: Mention[];
  buyingSignals: Mention[];
  stakeholders: Mention[];
  switchingBarriers: Mention[];
  bant: Bant;
  nextAction: string;
  battlecards: Battlecard[];
  keyQuotes: KeyQuote[];
};

/** What sales needs of a call, assembled from findings and lead; nothing is found here (docs/analysis-scores.md). */
export function salesOf(findings: Findings, lead: AnalysedLead, config: ScoringConfig): SalesIntelligence {
  return {
    version: SALES_VERSION,
    signals: Object.fromEntries(
      [...lead.signals].map(([name, { value, source, evidence }]) => [name, { value, source, evidence }]),
    ),
    competitors: findings.competitors,
    objections: findings.objections,
    featureRequests: mentionsOf(findings, 'feature_request'),
    buyingSignals: mentionsOf(findings, 'buying_signal'),
    stakeholders: mentionsOf(findings, 'stakeholder'),
    switchingBarriers: mentionsOf(findings, 'switching_barrier'),
    bant: bantOf(findings, lead, config),
    nextAction: nextActionOf(findings, lead),
    battlecards: battlecardsOf(findings),
    keyQuotes: keyQuotesOf(findings, lead),
  };
}

/** What a seller should have an argument for: rivals he has not left, doubts that stand, comparisons, barriers. */
function battlecardsOf(findings: Findings): Battlecard[] {
  const rivals = findings.competitors.filter(({ stance }) => stance !== 'left');
  const standing = findings.objections.filter(({ resolved }) => !resolved);
  const card = (on: Battlecard['on']) => (one: Evidence & { about: string }) => ({
    on,
    about: one.about,
    item: one.item,
    quote: one.quote,
  });
  return [
    ...rivals.map((one) => card('competitor')({ ...one, about: one.name })),
    ...standing.map((one) => card('objection')({ ...one, about: one.type })),
    ...ofKind(findings, 'comparison_request').map(card('comparison')),
    ...ofKind(findings, 'switching_barrier').map(card('switching')),
  ];
}

const MOST_QUOTES = 5;

/** The caller's words that tell most: the first of each item, by kind and then by place. */
function keyQuotesOf(findings: Findings, lead: AnalysedLead): KeyQuote[] {
  const why = (reason: string, all: readonly Evidence[]) => proofOf(all).map((one) => ({ ...one, why: reason }));
  const said = (name: string) => lead.signals.get(name)?.evidence ?? [];
  const candidates = [
    ...why('buying signal', ofKind(findings, 'buying_signal')),
    ...why(
      'objection',
      findings.objections.filter(({ resolved }) => !resolved),
    ),
    ...why('pain point', said('pain_points')),
    ...why('decision', [...said('decision_timeline'), ...said('budget_authority')]),
    ...why('competitor', findings.competitors),
  ];
  const first = candidates.filter((one, at) => candidates.findIndex(({ item }) => item === one.item) === at);
  return first.slice(0, MOST_QUOTES);
}
