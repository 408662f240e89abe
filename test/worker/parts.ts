import type { NatsConnection } from 'nats';
import { defaultPrices } from '../../analytics-worker/analysis/cost/default-prices.ts';
import { analyzeByRules } from '../../analytics-worker/analysis/rules/engine.ts';
import { analysers, type Analyser } from '../../analytics-worker/analysis/stored/analysers.ts';
import type { Conversation } from '../../analytics-worker/analysis/transcript.ts';
import { MAX_TRIES, openTries } from '../../analytics-worker/broker/tries.ts';
import { readConclusionConfig } from '../../analytics-worker/conclusions/config.ts';
import { defaultScoring } from '../../analytics-worker/conclusions/scoringConfig.ts';
import { analyseEnded, type AnalyseEnded } from '../../analytics-worker/derive/analysis.ts';
import type { DeriveAnalysis } from '../../analytics-worker/derive/derive.ts';
import { createMetrics } from '../../analytics-worker/metrics.ts';
import { noTracing } from '../../analytics-worker/tracing.ts';
import { step } from '../../analytics-worker/ingest/step.ts';
import { insertMapped } from '../../analytics-worker/store/mapped.ts';
import type { Store } from '../../clickhouse/client.ts';
import type { Fact } from '../../events/catalogue.ts';
import { encode } from '../../events/codec.ts';
import { subjects } from '../../events/subjects.ts';
import { createLog } from '../../lib/log.ts';

/** What a stage of the worker needs, for a stage that runs in the test's own process. */
export async function stageDeps(nc: NatsConnection, store: Store) {
  const fatal: unknown[] = [];
  return {
    nc,
    store,
    tries: await openTries(nc),
    maxTries: MAX_TRIES,
    metrics: createMetrics(),
    tracing: noTracing,
    log: createLog('test', { level: 'silent' }),
    signal: new AbortController().signal,
    config: readConclusionConfig({ personKeySecret: 'secret-of-a-test' }),
    findByRules: ({ items, day }: Conversation) => analyzeByRules([...items], day),
    fatal,
    onFatal: (error: unknown) => void fatal.push(error),
  };
}

/** Analyses in the test's own thread, where a suite is not about the worker's. */
export function analysisHere(more: Record<string, Analyser> = {}): DeriveAnalysis {
  const config = { scoring: defaultScoring, prices: defaultPrices, analysers: { ...analysers, ...more } };
  const analyse: AnalyseEnded = (call, beside) => analyseEnded(call, beside, config);
  return { analyse, asksVersion: undefined };
}

/** Stores facts as ingest does, and triggers nothing. */
export async function storeFacts(store: Store, facts: readonly Fact[]): Promise<void> {
  const outcomes = facts.map((fact) =>
    step({ subject: subjects.event(fact.tenant, fact.call, fact.type), data: encode(fact), brokerAt: fact.at }),
  );
  await insertMapped(
    store,
    outcomes.flatMap((outcome) => (outcome.kind === 'rows' ? outcome.rows : [])),
  );
}
