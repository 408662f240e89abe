import type { ScoringConfig } from '../../conclusions/scoringConfig.ts';
import type { Confidence } from '../../conclusions/types.ts';
import { messageOf } from '../../../lib/errors.ts';
import type { CallCost } from '../cost/cost.ts';
import type { PriceTable } from '../cost/prices.ts';
import { readCall, type ReadCall } from '../read-call.ts';
import type { Engine, Findings } from '../results.ts';
import type { Claim } from '../scores/trust.ts';
import { inSnakeCase } from '../snake-case.ts';
import type { Analysed, Analyser } from './analysers.ts';
import type { EndedCall } from './ended-call.ts';
import { withItemIds } from './item-ids.ts';

/** Raised when the rules find something else in the same words. The model's version is that of its prompt. */
export const RULES_VERSION = 7;

/** One engine's reading of a call. */
export type EngineReading = {
  engine: Engine;
  /** Of the engine: `RULES_VERSION`, or the prompt's. */
  version: number;
  findings: () => Findings;
  /** What the other engine found. */
  others?: readonly Claim[];
};

export type Result = { analyser: string; version: number; engine: Engine };
/** `result` as it is stored, JSON. */
export type StoredResult = Result & { confidence: Confidence; result: string };
export type FailedResult = Result & { reason: string };

export type AnalysisConfig = {
  scoring: ScoringConfig;
  prices: PriceTable;
  analysers: Readonly<Record<string, Analyser>>;
};
export type EngineResults = { read: ReadCall; results: StoredResult[]; failed: FailedResult[] };

/**
 * All results of one engine. An analyser that throws is told of, and touches no other.
 *
 * @param cost of the call: the same for every engine
 */
export function analyseCall(
  ended: EndedCall,
  cost: () => CallCost,
  reading: EngineReading,
  config: AnalysisConfig,
): EngineResults {
  const { engine, findings, others = [] } = reading;
  const { items, times, asked, recorded, conclusions } = ended;
  const read = readCall(
    { items, times, asked, endReason: conclusions.session.endReason },
    { findings, scoring: config.scoring, context: { engine, recorded, others } },
  );
  const call: Analysed = { ended, read, cost };
  const results: StoredResult[] = [];
  const failed: FailedResult[] = [];
  for (const [analyser, one] of Object.entries(config.analysers)) {
    // Both only ever rise, so that any change of either is another version.
    const about = { analyser, version: one.version + reading.version - 1, engine };
    try {
      const result = withItemIds(inSnakeCase(one.resultOf(call)), ended);
      results.push({ ...about, confidence: one.confidenceOf(call), result: JSON.stringify(result) });
    } catch (error) {
      failed.push({ ...about, reason: messageOf(error) });
    }
  }
  return { read, results, failed };
}
