import type { ScoringConfig } from '../../conclusions/scoringConfig.ts';
import type { ModelAnalysis } from '../llm/analyze.ts';
import type { Engine, Findings } from '../results.ts';
import { engagementOf } from '../scores/engagement.ts';
import { leadOf, type AnalysedLead } from '../scores/lead.ts';
import { qualityOf } from '../scores/quality.ts';
import { salesOf } from '../scores/sales.ts';
import { summaryOf } from '../scores/summary.ts';
import type { Item } from '../transcript.ts';

type Analysed = {
  items: readonly Item[];
  findings: Findings;
  engine: Engine;
  scoring: ScoringConfig;
  /** What the model took, where one was asked. */
  asked?: Omit<ModelAnalysis, 'findings'>;
};

/** All results of a call as one JSON document, names in snake_case as in the tables (docs/analysis.md). */
export function documentOf({ items, findings, engine, scoring, asked }: Analysed): unknown {
  const call = { items, findings };
  const engagement = engagementOf(call);
  const lead = leadOf(findings, scoring, { engine, engagement: engagement.score });
  return inSnakeCase({
    engine,
    signals: findings.signals,
    lead: leadLines(lead),
    objections: findings.objections,
    competitors: findings.competitors,
    sentiment: findings.sentiment,
    actionItems: findings.actionItems,
    contentGaps: findings.contentGaps,
    outcome: findings.outcome.outcome,
    outcomeEvidence: findings.outcome.evidence,
    quality: qualityOf(call),
    engagement,
    summary: summaryOf(findings, lead, scoring),
    sales: salesOf(findings, lead, scoring),
    pii: findings.pii,
    ...(asked && { asked }),
  });
}

/** The signals stand in the document already. */
function leadLines(lead: AnalysedLead) {
  const { signals: _, ...lines } = lead;
  return lines;
}

/** Objects and lists with their names as the tables spell them; values as they are. */
function inSnakeCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inSnakeCase);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [snake(name), inSnakeCase(each)]));
}

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
