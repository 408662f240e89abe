import type { ScoringConfig } from '../../conclusions/scoringConfig.ts';
import { asNumber, asWords } from '../../conclusions/signals.ts';
import type { Findings } from '../results.ts';
import type { Evidence } from '../transcript.ts';
import type { AnalysedLead } from './lead.ts';
import { nextActionOf } from './next-action.ts';
import { listed } from './phrases.ts';
import { opportunityOf, risksOf } from './risks.ts';
import { takeawaysOf, type Point } from './takeaways.ts';

/** Raised when the same findings would give another result. */
export const SUMMARY_VERSION = 1;

export type Summary = {
  version: number;
  outcome: Findings['outcome']['outcome'];
  outcomeEvidence: Evidence[];
  /** Null when nothing was said that tells. */
  qualified: boolean | null;
  why: Point;
  takeaways: Point[];
  risks: Point[];
  opportunity: Point | null;
  nextAction: string;
};

/** The call in a few sentences, each with what shows it: made from findings by rules, not written (docs/analysis-scores.md). */
export function summaryOf(findings: Findings, lead: AnalysedLead, config: ScoringConfig): Summary {
  return {
    version: SUMMARY_VERSION,
    outcome: findings.outcome.outcome,
    outcomeEvidence: findings.outcome.evidence,
    ...qualifiedOf(findings, lead, config),
    takeaways: takeawaysOf(findings, lead),
    risks: risksOf(findings, lead),
    opportunity: opportunityOf(lead),
    nextAction: nextActionOf(findings, lead),
  };
}

function qualifiedOf(
  { outcome }: Findings,
  lead: AnalysedLead,
  { tier1 }: ScoringConfig,
): Pick<Summary, 'qualified' | 'why'> {
  if (outcome.outcome === 'disqualified')
    return { qualified: false, why: { text: 'Disqualified in the call.', evidence: outcome.evidence } };
  if (lead.tier === 'none')
    return { qualified: null, why: { text: 'Nothing was said that a lead is scored by.', evidence: [] } };
  const reasons = reasonsOf(lead, tier1);
  if (lead.tier === 'tier_1')
    return {
      qualified: true,
      why: {
        text: `${listed(reasons.map(({ text }) => text))}.`,
        evidence: reasons.flatMap(({ evidence }) => evidence),
      },
    };
  const text = `No team of ${tier1.teamSizeAtLeast}, no ${tier1.monthlyVolumeAtLeast} documents a month and no CRM is known.`;
  return { qualified: false, why: { text, evidence: [] } };
}

/** What of the rule of tier 1 is met. */
function reasonsOf(lead: AnalysedLead, tier1: ScoringConfig['tier1']): Point[] {
  const enough = (name: string, least: number, what: string) => {
    const signal = lead.signals.get(name);
    const number = asNumber(signal?.value);
    return signal && number !== null && number >= least
      ? [{ text: `${number} ${what}`, evidence: signal.evidence }]
      : [];
  };
  const systems = lead.signals.get('integration_needs');
  const crms = asWords(systems?.value).filter((word) => tier1.integrations.includes(word));
  return [
    ...enough('team_size', tier1.teamSizeAtLeast, 'people'),
    ...enough('monthly_volume', tier1.monthlyVolumeAtLeast, 'documents a month'),
    ...(systems && crms.length > 0 ? [{ text: `needs ${listed(crms)}`, evidence: systems.evidence }] : []),
  ];
}
