import type { Lane } from '../../events/subjects.ts';
import type { CallConclusions } from '../conclusions/types.ts';
import {
  analyseCall,
  RULES_VERSION,
  type AnalysisConfig,
  type EngineReading,
  type FailedResult,
  type StoredResult,
} from '../analysis/stored/analyse.ts';
import { endedCallOf, type EndedCall } from '../analysis/stored/ended-call.ts';
import type { ModelFindings, StoredFindings } from '../analysis/stored/model-findings.ts';
import { costOfCall } from '../analysis/stored/performance.ts';
import { withLead } from '../analysis/stored/standing.ts';
import { hashOf } from '../analysis/stored/transcript-hash.ts';
import { once } from '../analysis/once.ts';
import type { AnalysisUse } from '../analysis/cost/cost.ts';
import type { Findings } from '../analysis/results.ts';
import type { AgentWeek } from '../analysis/performance/week.ts';
import { analyzeByRules } from '../analysis/rules/engine.ts';
import { claimsOf } from '../analysis/scores/trust.ts';
import type { Item } from '../analysis/transcript.ts';
import type { ConcludedCall } from './call.ts';

/** What the whole conversation adds to the conclusions of a call that has ended. */
export type CallAnalysis = {
  /** With the lead corrected and the cost; `read` counts the model's answers too, so that the reading that knows them wins. */
  conclusions: CallConclusions;
  results: StoredResult[];
  failed: FailedResult[];
  /** Of the conversation, where the caller said anything. */
  transcript: string | undefined;
};

/** What is stored beside a call: what a model found in it, and the week of its agent. */
export type Beside = { findings: readonly StoredFindings[]; week?: AgentWeek | undefined };

/** Wherever it is done. @throws the signal's reason, when the worker is to stop */
export type AnalyseEnded = (call: ConcludedCall, beside: Beside, lane: Lane) => Promise<CallAnalysis | undefined>;

/**
 * Analyses an ended call by rules, and by what a model found in it where that is stored, beside the week of its agent.
 * Undefined for a call that goes on.
 */
export async function analyseEnded(
  { facts, conclusions }: ConcludedCall,
  { findings, week }: Beside,
  config: AnalysisConfig,
  findByRules: (items: Item[], day: string) => Promise<Findings> = analyzeByRules,
): Promise<CallAnalysis | undefined> {
  const ended = endedCallOf(facts, conclusions, week);
  if (!ended) return undefined;
  const rules = await outcomeOf(findByRules([...ended.items], ended.day));
  const newestFirst = findings.toSorted((a, b) => b.version - a.version);
  const analysisUse = newestFirst.slice(0, 1).map(({ stored }) => useOf(stored));
  const cost = once(() => costOfCall(ended, config.prices, analysisUse));
  const readings = readingsOf(rules, newestFirst).map((reading) => analyseCall(ended, cost, reading, config));
  const standing = readings.map(({ read }) => orUndefined(read.lead)).findLast((lead) => lead !== undefined);
  const corrected = standing ? withLead(ended, standing) : conclusions;
  const answers = findings.reduce((sum, { stored }) => sum + stored.answers, 0);
  return {
    conclusions: {
      ...corrected,
      session: { ...corrected.session, cost: orUndefined(cost)?.total ?? null },
      read: conclusions.read + answers,
    },
    results: readings.flatMap(({ results }) => results),
    failed: readings.flatMap(({ failed }) => failed),
    transcript: transcriptOf(ended),
  };
}

/** What there is to ask a model about; undefined where the caller said nothing. */
export function transcriptOf({ items }: EndedCall): string | undefined {
  return items.some(({ role }) => role === 'user') ? hashOf(items) : undefined;
}

/** The rules', and of the newest wording's answer with what the rules say beside it. */
function readingsOf(rules: () => Findings, newestFirst: readonly StoredFindings[]): EngineReading[] {
  const byRules: EngineReading = { engine: 'rules', version: RULES_VERSION, findings: rules };
  const answered = newestFirst.find(({ stored }) => stored.findings !== null);
  const found = answered?.stored.findings;
  if (!answered || !found) return [byRules];
  const others = orUndefined(() => claimsOf(rules(), 'rules')) ?? [];
  return [byRules, { engine: 'llm', version: answered.version, findings: () => found, others }];
}

function useOf({ asked: { model, usage }, spent }: ModelFindings): AnalysisUse {
  const tokens = usage && { input: usage.input, cachedInput: usage.cached_input, output: usage.output };
  return { provider: model.provider, model: model.name, tokens, cost: spent };
}

/** What came, when it is asked for: rules that throw do so for each analyser, and are not tried again. */
const outcomeOf = <T>(made: Promise<T>): Promise<() => T> =>
  made.then(
    (value) => () => value,
    (error: unknown) => () => {
      throw error;
    },
  );

/** What cannot be made is told as the failure of its analyser. */
function orUndefined<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
