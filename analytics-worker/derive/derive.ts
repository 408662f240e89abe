import type { JsMsg, NatsConnection } from 'nats';
import type { Store } from '../../clickhouse/client.ts';
import { parseDeriveSubject, type Lane } from '../../events/subjects.ts';
import { createBatcher } from '../../lib/batch.ts';
import { messageOf, type Problem } from '../../lib/errors.ts';
import type { Log } from '../../lib/log.ts';
import { inputAtFault, keepTrying } from '../../lib/retry.ts';
import { startIntake } from '../broker/intake.ts';
import { durables } from '../broker/topology.ts';
import type { ConclusionConfig } from '../conclusions/types.ts';
import { failOnce, type FailureDeps } from '../deadletters/failure.ts';
import type { WorkerMetrics } from '../metrics.ts';
import { insertOrSplit } from '../store/insert-or-split.ts';
import { insertMapped, type MappedRow } from '../store/mapped.ts';
import { concludeStoredCall } from './call.ts';

export type DeriveDeps = FailureDeps & {
  nc: NatsConnection;
  store: Store;
  metrics: WorkerMetrics;
  log: Log;
  signal: AbortSignal;
  config: ConclusionConfig;
  /** As for ingest. */
  onFatal(error: unknown): void;
};

export type Derive = { held(): number; stop(): Promise<void> };

/** Calls concluded and stored together, and how long the first of them waits for others. Hot calls do not wait. */
const BATCH: Record<Lane, { maxItems: number; maxWaitMs: number }> = {
  hot: { maxItems: 16, maxWaitMs: 5 },
  standard: { maxItems: 64, maxWaitMs: 500 },
};

type Concluded = { message: JsMsg; rows: MappedRow[] };

/** Trigger stream → conclusions. Reads a call's rows, concludes, stores, acknowledges. Each lane has a place of its own. */
export async function startDerive(deps: DeriveDeps): Promise<Derive> {
  const lanes = [await startLane(deps, 'hot'), await startLane(deps, 'standard')];
  return {
    held: () => lanes.reduce((sum, lane) => sum + lane.held(), 0),
    stop: async () => void (await Promise.all(lanes.map((lane) => lane.stop()))),
  };
}

async function startLane(deps: DeriveDeps, lane: Lane): Promise<Derive> {
  const batcher = createBatcher<JsMsg>({ ...BATCH[lane], handle: handleBatch });
  const durable = lane === 'hot' ? durables.deriveHot : durables.deriveStandard;
  const intake = await startIntake(deps.nc, durable, (message) => batcher.add(message));
  const waiting = { signal: deps.signal, onWait: () => deps.metrics.waits.inc({ part: 'store' }) };

  async function handleBatch(batch: JsMsg[]): Promise<void> {
    const started = performance.now();
    try {
      const concluded = (await Promise.all(batch.map(conclude))).filter((one) => one !== undefined);
      const insert = (calls: readonly Concluded[]) =>
        keepTrying(
          () =>
            insertMapped(
              deps.store,
              calls.flatMap(({ rows }) => rows),
            ),
          waiting,
        );
      const stored = await insertOrSplit(concluded, insert, ({ message }, error) => fail(message, failed(error)));
      for (const { message } of stored) {
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

  async function conclude(message: JsMsg): Promise<Concluded | undefined> {
    const where = parseDeriveSubject(message.subject);
    try {
      if (!where) throw new Error(`${message.subject} is no trigger subject`);
      const { tenant, call } = where;
      const rows = await keepTrying(() => concludeStoredCall(deps.store, tenant, call, deps.config), waiting);
      return { message, rows };
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
  return { code: 'derive_failed', message: messageOf(error), fix: 'report it; then: earshot call derive' };
}
