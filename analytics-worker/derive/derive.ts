import type { JsMsg, NatsConnection } from 'nats';
import type { Store } from '../../clickhouse/client.ts';
import { parseDeriveSubject, type Lane } from '../../events/subjects.ts';
import { EARSHOT } from '../../lib/command-line.ts';
import { createBatcher } from '../../lib/batch.ts';
import { messageOf, type Problem } from '../../lib/errors.ts';
import type { Log } from '../../lib/log.ts';
import { inputAtFault, keepTrying } from '../../lib/retry.ts';
import { raise } from '../alerts/raise.ts';
import type { Outbox } from '../alerts/outbox.ts';
import { startIntake } from '../broker/intake.ts';
import { durables, type DurablePlan } from '../broker/topology.ts';
import type { CallConclusions, ConclusionConfig } from '../conclusions/types.ts';
import { failOnce, type FailureDeps } from '../deadletters/failure.ts';
import type { WorkerMetrics } from '../metrics.ts';
import { insertOrSplit } from '../store/insert-or-split.ts';
import { insertMapped } from '../store/mapped.ts';
import type { AgentWeek } from '../analysis/performance/week.ts';
import type { StoredFindings } from '../analysis/stored/model-findings.ts';
import type { MappedRow } from '../store/mapped.ts';
import type { Tracing } from '../tracing.ts';
import type { AnalyseEnded, CallAnalysis } from './analysis.ts';
import { analysisRows } from './analysis-rows.ts';
import { askModel } from './ask-model.ts';
import { concludeStoredCall, type ConcludedCall } from './call.ts';
import { settleFailed } from './failed-results.ts';
import { readFindings } from './findings.ts';
import { readCalls, type CallRows, type Place } from './read.ts';
import { conclusionRows } from './rows.ts';
import { createReadWeek, type ReadWeek } from './week.ts';

export type DeriveDeps = FailureDeps & {
  nc: NatsConnection;
  store: Store;
  metrics: WorkerMetrics;
  tracing: Tracing;
  log: Log;
  signal: AbortSignal;
  config: ConclusionConfig;
  analysis: DeriveAnalysis;
  outbox: Outbox;
  /** As for ingest. */
  onFatal(error: unknown): void;
};

export type DeriveAnalysis = {
  analyse: AnalyseEnded;
  /** Version of the prompt with which a model is asked about calls that have ended; undefined where none is set. */
  asksVersion: number | undefined;
};

export type Derive = { held(): number; stop(): Promise<void> };

/** Calls concluded and stored together, and how long the first of them waits for others. Hot calls do not wait. */
const BATCH: Record<Lane, { maxItems: number; maxWaitMs: number }> = {
  hot: { maxItems: 16, maxWaitMs: 5 },
  standard: { maxItems: 64, maxWaitMs: 500 },
  again: { maxItems: 16, maxWaitMs: 500 },
};

const DURABLE: Record<Lane, DurablePlan> = {
  hot: durables.deriveHot,
  standard: durables.deriveStandard,
  again: durables.deriveAgain,
};

type Concluded = { message: JsMsg; place: Place; call: ConcludedCall | undefined };
type Analysed = Concluded & { analysis: CallAnalysis | undefined; findings: readonly StoredFindings[] };

/**
 * Trigger stream → conclusions. Reads a call's rows, concludes, analyses what has ended, stores, says what is to be said, has
 * the model asked, acknowledges. Each lane has a place of its own. Where one cannot start none goes on, so that all can be
 * started again.
 */
export async function startDerive(deps: DeriveDeps): Promise<Derive> {
  const lanes: Derive[] = [];
  const readWeek = createReadWeek(deps.store);
  const stop = async () => void (await Promise.all(lanes.map((lane) => lane.stop())));
  try {
    for (const lane of ['hot', 'standard', 'again'] as const) lanes.push(await startLane(deps, lane, readWeek));
  } catch (error) {
    await stop();
    throw error;
  }
  return { held: () => lanes.reduce((sum, lane) => sum + lane.held(), 0), stop };
}

async function startLane(deps: DeriveDeps, lane: Lane, readWeek: ReadWeek): Promise<Derive> {
  const batcher = createBatcher<JsMsg>({ ...BATCH[lane], handle: handleBatch });
  const intake = await startIntake(deps.nc, DURABLE[lane], (message) => batcher.add(message));
  const waiting = { signal: deps.signal, onWait: () => deps.metrics.waits.inc({ part: 'store' }) };

  async function handleBatch(batch: JsMsg[]): Promise<void> {
    const started = performance.now();
    try {
      const places = batch.map(({ subject }) => parseDeriveSubject(subject)).filter((place) => place !== undefined);
      const read = await keepTrying(() => readCalls(deps.store, places), waiting);
      const concluded = there(await Promise.all(batch.map((message) => conclude(message, read))));
      const analysed = await analyse(concluded);
      const insert = (calls: readonly Analysed[]) =>
        keepTrying(() => insertMapped(deps.store, calls.flatMap(rowsOf)), waiting);
      const stored = await insertOrSplit(analysed, insert, ({ message }, error) => fail(message, failed(error)));
      for (const one of there(await Promise.all(stored.map(say)))) {
        await finish(one);
        trace(deps.tracing, lane, one);
        deps.metrics.derived.inc({ lane });
        deps.metrics.deriveTime.observe((performance.now() - started) / 1_000);
      }
    } catch (error) {
      for (const message of batch) intake.giveBack(message);
      if (!deps.signal.aborted) deps.onFatal(error);
    } finally {
      for (const message of batch) intake.release(message);
    }
  }

  function conclude(message: JsMsg, read: (place: Place) => CallRows): Promise<Concluded | undefined> {
    return orFail(message, async () => {
      const place = parseDeriveSubject(message.subject);
      if (!place) throw new Error(`${message.subject} is no trigger subject`);
      return { message, place, call: concludeStoredCall(place, read(place), deps.config) };
    });
  }

  async function analyse(concluded: readonly Concluded[]): Promise<Analysed[]> {
    const ended = concluded.filter(({ call }) => call?.conclusions.session.status === 'ended');
    const places = ended.map(({ place }) => place);
    const read = await keepTrying(() => readFindings(deps.store, places), waiting);
    const analysed: (Analysed | undefined)[] = [];
    for (const one of concluded) {
      const made = orFail(one.message, async () => {
        if (!one.call || !ended.includes(one)) return { ...one, findings: [], analysis: undefined };
        const week = await weekOf(one.place.tenant, one.call.conclusions);
        const findings = read(one.place);
        return { ...one, findings, analysis: await deps.analysis.analyse(one.call, { findings, week }, lane) };
      });
      analysed.push(await made);
    }
    return there(analysed);
  }

  function weekOf(tenant: string, { session }: CallConclusions): Promise<AgentWeek | undefined> {
    return keepTrying(() => readWeek({ tenant, ...session }), waiting);
  }

  /** An alert goes out before the trigger is acknowledged, so that no kill swallows it. */
  function say(one: Analysed): Promise<Analysed | undefined> {
    const { message, place, call, analysis, findings } = one;
    return orFail(message, async () => {
      if (lane === 'again' || !call) return one;
      const { config } = deps;
      const conclusions = conclusionsOf(call, analysis);
      await raise(deps, { ...place, facts: call.facts, conclusions, config, nowMs: Date.now() });
      const version = deps.analysis.asksVersion;
      if (analysis && version !== undefined) await askModel(deps, place, analysis, { findings, version });
      return one;
    });
  }

  async function finish({ message, place, analysis }: Analysed): Promise<void> {
    const waitMs = await settleFailed(deps, message, place, analysis?.failed ?? []);
    if (waitMs !== undefined) return message.nak(waitMs);
    message.ack();
    if (message.redelivered) await keepTrying(() => deps.tries.clear(tryKey(message)), deps);
  }

  /** Undefined where the message is at fault; that is dealt with then. */
  async function orFail<T>(message: JsMsg, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (deps.signal.aborted || !inputAtFault(error)) throw error;
      await fail(message, failed(error));
      return undefined;
    }
  }

  async function fail(message: JsMsg, problem: Problem): Promise<void> {
    await failOnce(deps, 'derive', message, tryKey(message), problem);
  }

  return {
    held: intake.held,
    stop: async () => {
      await intake.stop();
      await batcher.close();
    },
  };
}

/** The derivation from its trigger on, and of a call that has ended the call itself, of which all its steps are part. */
function trace(tracing: Tracing, lane: Lane, { message, place, call, analysis }: Analysed): void {
  const session = call?.conclusions.session;
  const attributes = { 'earshot.lane': lane, 'earshot.analysed': analysis !== undefined };
  const fromMs = message.info.timestampNanos / 1e6;
  tracing.record({ ...place, name: 'derive', fromMs, toMs: Date.now(), attributes });
  if (!session?.endedAt) return;
  const told = { 'earshot.agent': session.agentName, 'earshot.end_reason': session.endReason };
  tracing.record({ ...place, name: 'call', fromMs: session.startedAt, toMs: session.endedAt, attributes: told });
}

function there<T>(all: readonly (T | undefined)[]): T[] {
  return all.filter((one) => one !== undefined);
}

/** Of a call that was analysed those that know the whole conversation. */
function conclusionsOf(call: ConcludedCall, analysis: CallAnalysis | undefined): CallConclusions {
  return analysis?.conclusions ?? call.conclusions;
}

function rowsOf({ place, call, analysis }: Analysed): MappedRow[] {
  if (!call) return [];
  const conclusions = conclusionsOf(call, analysis);
  const rows = conclusionRows(place.tenant, place.call, conclusions);
  return analysis ? [...analysisRows(place, conclusions.read, analysis.results), ...rows] : rows;
}

/** By call, not by message: a trigger that was replaced is the same work. */
function tryKey(message: JsMsg): string {
  return `derive-${message.subject}`;
}

function failed(error: unknown): Problem {
  return { code: 'derive_failed', message: messageOf(error), fix: `report it; then: ${EARSHOT} call derive` };
}
