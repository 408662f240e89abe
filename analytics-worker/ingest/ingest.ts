import type { JsMsg, NatsConnection } from 'nats';
import { subjects, parseEventSubject, type Lane } from '../../events/subjects.ts';
import type { Store } from '../../clickhouse/client.ts';
import { EARSHOT } from '../../lib/command-line.ts';
import { createBatcher } from '../../lib/batch.ts';
import { messageOf, type Problem } from '../../lib/errors.ts';
import type { Log } from '../../lib/log.ts';
import { keepTrying } from '../../lib/retry.ts';
import { startIntake } from '../broker/intake.ts';
import { publish } from '../../lib/broker/publish.ts';
import { durables } from '../broker/topology.ts';
import { failOnce, type FailureDeps } from '../deadletters/failure.ts';
import type { WorkerMetrics } from '../metrics.ts';
import { insertOrSplit } from '../store/insert-or-split.ts';
import { insertMapped } from '../store/mapped.ts';
import type { Tracing } from '../tracing.ts';
import type { EventMessage } from './message.ts';
import { step as ingestStep, type Outcome } from './step.ts';
import { takeAll, tryKey } from './take.ts';

export type IngestDeps = FailureDeps & {
  nc: NatsConnection;
  store: Store;
  metrics: WorkerMetrics;
  tracing: Tracing;
  log: Log;
  /** Aborted at shutdown: waits for broken parts end, what is held is given back. */
  signal: AbortSignal;
  /** Nobody knows whether trying again helps (a wrong schema): the process is to end, its supervisor starts it afresh. */
  onFatal(error: unknown): void;
  /** Stands in for the step in tests of crashes. */
  step?: (message: EventMessage) => Outcome;
};

export type Ingest = { held(): number; stop(): Promise<void> };

const BATCH_ROWS = 1_000;
/** One batch is decoded while another is on its way into the store. */
const BATCHES_IN_FLIGHT = 2;
const BATCH_WAIT_MS = 100;

type Mapped = { message: JsMsg; outcome: Extract<Outcome, { kind: 'rows' }> };

/**
 * Event stream → rows. Decodes, maps, inserts, triggers, and acknowledges last, so that a kill at any moment redelivers
 * and nothing is lost; rows are keyed by event id, so that nothing is stored twice.
 */
export async function startIngest(deps: IngestDeps): Promise<Ingest> {
  const { nc, metrics, log, step = ingestStep } = deps;
  const take = { ...deps, step };
  const batcher = createBatcher<JsMsg>({
    maxItems: BATCH_ROWS,
    maxWaitMs: BATCH_WAIT_MS,
    inFlight: BATCHES_IN_FLIGHT,
    handle: handleBatch,
  });
  const intake = await startIntake(nc, durables.ingest, (message) => {
    batcher.add(message);
    metrics.held.set({ stage: 'ingest' }, intake.held());
  });

  async function handleBatch(batch: JsMsg[]): Promise<void> {
    try {
      metrics.redelivered.inc(batch.filter(({ redelivered }) => redelivered).length);
      const mapped: Mapped[] = [];
      for (const { message, outcome, counted } of await takeAll(take, batch)) {
        if (outcome.kind === 'rows') mapped.push({ message, outcome });
        else await fail(message, outcome.problem, tryKey(message), counted);
      }
      await storeAll(mapped);
    } catch (error) {
      for (const message of batch) intake.giveBack(message);
      if (!deps.signal.aborted) deps.onFatal(error);
    }
  }

  async function fail(message: JsMsg, problem: Problem, key: string, counted?: number): Promise<void> {
    const buried = await failOnce(deps, 'ingest', message, key, problem, counted);
    const where = parseEventSubject(message.subject);
    if (buried && where) await trigger([{ lane: 'standard', ...where }]);
    intake.release(message);
  }

  /** Inserts, triggers, acknowledges, in this order. */
  async function storeAll(taken: Mapped[]): Promise<void> {
    const waits = { signal: deps.signal, onWait: waiting('store') };
    const insert = (items: readonly Mapped[]) =>
      keepTrying(
        () =>
          insertMapped(
            deps.store,
            items.flatMap(({ outcome }) => outcome.rows),
          ),
        waits,
      );
    const onFault = ({ message }: Mapped, error: unknown) => fail(message, rejected(error), `${tryKey(message)}-rows`);
    const stored = await insertOrSplit(taken, insert, onFault);
    await trigger(stored.flatMap(({ outcome: { trigger: lane, event } }) => (lane ? [{ lane, ...event }] : [])));
    for (const { message, outcome } of stored) {
      message.ack();
      intake.release(message);
      observe(deps, message, outcome);
    }
    metrics.held.set({ stage: 'ingest' }, intake.held());
  }

  async function trigger(calls: { lane: Lane; tenant: string; call: string }[]): Promise<void> {
    const wanted = new Set(calls.map(({ lane, tenant, call }) => subjects.derive(lane, tenant, call)));
    await Promise.all(
      [...wanted].map((subject) =>
        keepTrying(() => publish(nc, subject), {
          signal: deps.signal,
          onWait: waiting('broker'),
        }),
      ),
    );
  }

  function waiting(part: 'store' | 'broker') {
    return (error: unknown, failures: number) => {
      metrics.waits.inc({ part });
      if (failures === 1) log.warn({ part, error: messageOf(error) }, 'a part is away, waiting for it');
    };
  }

  return {
    held: intake.held,
    stop: async () => {
      await intake.stop();
      await batcher.close();
    },
  };
}

function rejected(error: unknown): Problem {
  return {
    code: 'store_rejected',
    message: messageOf(error),
    fix: `check that the schema is current: ${EARSHOT} store migrate`,
  };
}

function observe({ metrics, tracing }: IngestDeps, message: JsMsg, outcome: Mapped['outcome']): void {
  const { tenant, call, type, at } = outcome.event;
  const [brokerAt, storedAt] = [message.info.timestampNanos / 1e6, Date.now()];
  metrics.stored.inc({ type: outcome.known ? type : 'unknown' });
  if (!outcome.known) metrics.unknownTypes.inc();
  if (outcome.timeQuarantined) metrics.quarantinedTimes.inc();
  metrics.toStored.observe(Math.max(0, storedAt - brokerAt) / 1_000);
  // From when the producer saw it: what it waited in a spool is part of the way.
  const fromMs = outcome.timeQuarantined ? brokerAt : Math.min(at, brokerAt);
  const attributes = { 'earshot.event_type': type, 'earshot.broker_ms': brokerAt - fromMs };
  tracing.record({ tenant, call, name: 'event', fromMs, toMs: storedAt, attributes });
}
