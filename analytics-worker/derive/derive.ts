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
import type { ConclusionConfig } from '../conclusions/types.ts';
import { failOnce, type FailureDeps } from '../deadletters/failure.ts';
import type { WorkerMetrics } from '../metrics.ts';
import { insertOrSplit } from '../store/insert-or-split.ts';
import { insertMapped } from '../store/mapped.ts';
import { concludeStoredCall, type StoredCall } from './call.ts';
import { readCalls, type CallRows, type Place } from './read.ts';

export type DeriveDeps = FailureDeps & {
  nc: NatsConnection;
  store: Store;
  metrics: WorkerMetrics;
  log: Log;
  signal: AbortSignal;
  config: ConclusionConfig;
  outbox: Outbox;
  /** As for ingest. */
  onFatal(error: unknown): void;
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

type Concluded = { message: JsMsg; place: Place; stored: StoredCall | undefined };

/**
 * Trigger stream → conclusions. Reads a call's rows, concludes, stores, says what is to be said, acknowledges. Each lane has
 * a place of its own.
 */
export async function startDerive(deps: DeriveDeps): Promise<Derive> {
  const lanes: Derive[] = [];
  for (const lane of ['hot', 'standard', 'again'] as const) lanes.push(await startLane(deps, lane));
  return {
    held: () => lanes.reduce((sum, lane) => sum + lane.held(), 0),
    stop: async () => void (await Promise.all(lanes.map((lane) => lane.stop()))),
  };
}

async function startLane(deps: DeriveDeps, lane: Lane): Promise<Derive> {
  const batcher = createBatcher<JsMsg>({ ...BATCH[lane], handle: handleBatch });
  const intake = await startIntake(deps.nc, DURABLE[lane], (message) => batcher.add(message));
  const waiting = { signal: deps.signal, onWait: () => deps.metrics.waits.inc({ part: 'store' }) };

  async function handleBatch(batch: JsMsg[]): Promise<void> {
    const started = performance.now();
    try {
      const places = batch.map(({ subject }) => parseDeriveSubject(subject)).filter((place) => place !== undefined);
      const read = await keepTrying(() => readCalls(deps.store, places), waiting);
      const all = await Promise.all(batch.map((message) => conclude(message, read)));
      const concluded = all.filter((one) => one !== undefined);
      const insert = (calls: readonly Concluded[]) =>
        keepTrying(
          () =>
            insertMapped(
              deps.store,
              calls.flatMap(({ stored }) => stored?.rows ?? []),
            ),
          waiting,
        );
      const stored = await insertOrSplit(concluded, insert, ({ message }, error) => fail(message, failed(error)));
      const finished = (await Promise.all(stored.map(say))).filter((one) => one !== undefined);
      for (const { message } of finished) {
        message.ack();
        if (message.redelivered) await keepTrying(() => deps.tries.clear(tryKey(message)), deps);
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
      return { message, place, stored: concludeStoredCall(place, read(place), deps.config) };
    });
  }

  /** An alert goes out before the trigger is acknowledged, so that no kill swallows it. */
  function say(concluded: Concluded): Promise<Concluded | undefined> {
    const { message, place, stored } = concluded;
    return orFail(message, async () => {
      const { config } = deps;
      if (lane !== 'again' && stored) await raise(deps, { ...place, ...stored, config, nowMs: Date.now() });
      return concluded;
    });
  }

  /** Undefined where the message is at fault; that is dealt with then. */
  async function orFail<T>(message: JsMsg, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!inputAtFault(error)) throw error;
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

/** By call, not by message: a trigger that was replaced is the same work. */
function tryKey(message: JsMsg): string {
  return `derive-${message.subject}`;
}

function failed(error: unknown): Problem {
  return { code: 'derive_failed', message: messageOf(error), fix: `report it; then: ${EARSHOT} call derive` };
}
