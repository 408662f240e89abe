import type { NatsConnection } from 'nats';
import type { Store } from '../../clickhouse/client.ts';
import { defaultSignals } from '../../events/signals.ts';
import { subjects, type Lane } from '../../events/subjects.ts';
import { publish } from '../../lib/broker/publish.ts';
import { keepTrying } from '../../lib/retry.ts';
import { analyzeByModel, type Asked } from '../analysis/llm/analyze.ts';
import type { Model } from '../analysis/llm/model.ts';
import { findingsPrompt } from '../analysis/llm/prompt.ts';
import type { Findings } from '../analysis/results.ts';
import { findPii } from '../analysis/rules/pii/pii.ts';
import { endedCallOf, type EndedCall } from '../analysis/stored/ended-call.ts';
import type { ModelFindings } from '../analysis/stored/model-findings.ts';
import type { Conversation } from '../analysis/transcript.ts';
import type { ConclusionConfig } from '../conclusions/types.ts';
import { transcriptOf } from '../derive/analysis.ts';
import { concludeStoredCall } from '../derive/call.ts';
import { readFindings } from '../derive/findings.ts';
import { readCalls, type Place } from '../derive/read.ts';
import type { WorkerMetrics } from '../metrics.ts';
import { insertMapped } from '../store/mapped.ts';
import { findingsAfter, tookTokens } from './findings-after.ts';
import { findingsRow } from './findings-row.ts';

export type AskDeps = {
  nc: NatsConnection;
  store: Store;
  model: Model;
  config: ConclusionConfig;
  metrics: WorkerMetrics;
  signal: AbortSignal;
  findByRules: (call: Conversation, lane: Lane) => Promise<Findings>;
};

/**
 * Asks the model about one call and has it concluded again with the answer. What was answered for the same words is not
 * asked again, whoever triggers it. What was paid for is on the row also where it is stopped.
 *
 * @returns ms after which it is to be asked again; undefined when that is done.
 * @throws the signal's reason, when it aborts
 */
export async function analyseOne(
  deps: AskDeps,
  { lane, ...place }: Place & { lane: Lane },
): Promise<number | undefined> {
  const { version } = findingsPrompt();
  const ended = await readEnded(deps, place);
  const transcript = ended && transcriptOf(ended);
  if (!ended || transcript === undefined) return undefined;
  const before = await readStored(deps, place, version);
  const isSame = before?.transcript === transcript;
  if (isSame && before.state !== 'waiting') return conclude(deps, lane, place);
  const leftMs = isSame ? (before.asked_again_at ?? 0) - Date.now() : 0;
  if (leftMs > 0) return leftMs;

  const started = performance.now();
  const store = async (asked: Asked) => {
    // Read again: in another lane the same call may have been paid for while the model answered.
    const after = findingsAfter(await readStored(deps, place, version), asked, transcript, Date.now());
    const row = findingsRow(place, after, { version, read: ended.conclusions.read });
    await keepTrying(() => insertMapped(deps.store, [row]), deps);
    return after;
  };
  let stopped: Asked | undefined;
  const analysis = await ask(deps, ended, lane, (asked) => void (stopped = asked)).catch(async (error: unknown) => {
    if (stopped && tookTokens(stopped)) await store(stopped);
    throw error;
  });
  const after = await store(analysis);
  deps.metrics.modelAnalyses.inc({ state: after.state });
  deps.metrics.modelTime.observe((performance.now() - started) / 1_000);
  return after.state === 'waiting' ? waitOf(after) : conclude(deps, lane, place);
}

async function readEnded(deps: AskDeps, place: Place): Promise<EndedCall | undefined> {
  const read = await keepTrying(() => readCalls(deps.store, [place]), deps);
  const concluded = concludeStoredCall(place, read(place), deps.config);
  return concluded && endedCallOf(concluded.facts, concluded.conclusions);
}

async function readStored(deps: AskDeps, place: Place, version: number): Promise<ModelFindings | undefined> {
  const all = await keepTrying(() => readFindings(deps.store, [place]), deps);
  return all(place).find((one) => one.version === version)?.stored;
}

function ask(deps: AskDeps, { items, day }: EndedCall, lane: Lane, onStopped: (asked: Asked) => void) {
  const { model, signal } = deps;
  return analyzeByModel(items, {
    model,
    day,
    signals: defaultSignals,
    price: model.price,
    findPii: (all) => findPii([...all]),
    fallback: () => deps.findByRules({ items, day }, lane),
    signal,
    onStopped,
  });
}

async function conclude(deps: AskDeps, lane: Lane, { tenant, call }: Place): Promise<undefined> {
  await keepTrying(() => publish(deps.nc, subjects.derive(lane, tenant, call)), deps);
}

function waitOf({ asked_again_at: at }: ModelFindings): number {
  return Math.max(0, (at ?? 0) - Date.now());
}
