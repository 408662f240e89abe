import { DeliverPolicy, type JsMsg, type KV, type NatsConnection } from 'nats';
import type { Store } from '../../clickhouse/client.ts';
import { storeStatus } from '../../clickhouse/queries/store-status.ts';
import { streams, subjects } from '../../events/subjects.ts';
import { messageOf } from '../../lib/errors.ts';
import type { Log } from '../../lib/log.ts';
import { repeat } from '../../lib/repeat.ts';
import { keepTrying } from '../../lib/retry.ts';
import { orBrokerAway, publish } from '../../lib/broker/publish.ts';
import { buckets } from '../broker/topology.ts';
import { insertMapped, type MappedRow } from '../store/mapped.ts';
import { eventMessage } from './message.ts';
import { step } from './step.ts';

export type ReplayDeps = { nc: NatsConnection; store: Store; log: Log; signal: AbortSignal };

/** What a store may have lost in an unclean stop: it does not sync, the stream keeps everything for days. */
const REPLAY_MS = 5 * 60_000;
const CHECK_MS = 5_000;
const BATCH = 500;
const KEY = 'store_started_at';
/** Start times are computed from uptimes in whole seconds. */
const TOLERANCE_MS = 5_000;

/**
 * Watches the store's start time, shared by all workers; when the store was restarted, the last minutes of the stream are
 * stored once more. Rows are keyed by event id, so this is only ever a repair.
 */
export async function startReplay(deps: ReplayDeps): Promise<{ stop(): Promise<void> }> {
  const kv = await deps.nc.jetstream().views.kv(buckets.state, { bindOnly: true });
  return repeat(
    CHECK_MS,
    () => checkStore(deps, kv),
    (error) => {
      if (!deps.signal.aborted) deps.log.warn({ error: messageOf(error) }, 'store check failed');
    },
  );
}

async function checkStore(deps: ReplayDeps, kv: KV): Promise<void> {
  const [status] = await keepTrying(() => deps.store.run(storeStatus, {}), { signal: deps.signal });
  if (!status) return;
  const entry = await orBrokerAway(() => kv.get(KEY));
  const before = entry?.operation === 'PUT' ? Number(entry.string()) : undefined;
  if (before !== undefined && Math.abs(before - status.started_at) <= TOLERANCE_MS) return;
  if (before !== undefined) {
    const stored = await replay(deps, Date.now() - REPLAY_MS);
    deps.log.info({ stored }, 'the store was restarted, its last minutes were stored again');
  }
  await orBrokerAway(() => kv.put(KEY, String(status.started_at)));
}

/** Stores all events since a time once more and has their calls concluded again. Returns how many. */
export async function replay(deps: ReplayDeps, sinceMs: number): Promise<number> {
  const consumer = await deps.nc.jetstream().consumers.get(streams.events.name, {
    deliver_policy: DeliverPolicy.StartTime,
    opt_start_time: new Date(sinceMs).toISOString(),
  });
  const calls = new Set<string>();
  let stored = 0;
  for (let pending = (await consumer.info()).num_pending; pending > 0 && !deps.signal.aborted;) {
    const messages: JsMsg[] = [];
    for await (const message of await consumer.fetch({ max_messages: Math.min(BATCH, pending) }))
      messages.push(message);
    if (messages.length === 0) break;
    pending -= messages.length;
    const rows = messages.flatMap((message) => rowsOf(message, calls));
    await keepTrying(() => insertMapped(deps.store, rows), { signal: deps.signal });
    stored += messages.length;
  }
  for (const subject of calls) await publish(deps.nc, subject);
  return stored;
}

function rowsOf(message: JsMsg, calls: Set<string>): MappedRow[] {
  const outcome = step(eventMessage(message));
  if (outcome.kind !== 'rows') return [];
  calls.add(subjects.derive('standard', outcome.event.tenant, outcome.event.call));
  return outcome.rows;
}
