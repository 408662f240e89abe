import type { ScoringConfig } from '../../conclusions/scoringConfig.ts';
import type { ModelAnalysis } from '../llm/analyze.ts';
import { readCall } from '../read-call.ts';
import type { Engine, Findings } from '../results.ts';
import { allSections, sectionsOf } from '../sections.ts';
import { inSnakeCase } from '../snake-case.ts';
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
  const read = readCall({ items }, { findings: () => findings, scoring, context: { engine } });
  return inSnakeCase({ engine, ...sectionsOf(read, allSections), ...(asked && { asked }) });
}
