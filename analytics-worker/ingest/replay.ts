import { DeliverPolicy, type JsMsg, type KV, type NatsConnection } from 'nats';
import { z } from 'zod';
import type { Store } from '../../clickhouse/client.ts';
import { storeStatus } from '../../clickhouse/queries/store-status.ts';
import { streams, subjects } from '../../events/subjects.ts';
import { messageOf } from '../../lib/errors.ts';
import type { Log } from '../../lib/log.ts';
import { repeat } from '../../lib/repeat.ts';
import { keepTrying } from '../../lib/retry.ts';
import { orBrokerAway, publish } from '../../lib/broker/publish.ts';
import { buckets } from '../broker/topology.ts';
import { insertOrSplit } from '../store/insert-or-split.ts';
import { insertMapped, type MappedRow } from '../store/mapped.ts';
import { eventMessage } from './message.ts';
import { step } from './step.ts';

export type ReplayDeps = { nc: NatsConnection; store: Store; log: Log; signal: AbortSignal };

/** What a store that was there may have lost in an unclean stop, before it was last seen: it does not sync, the stream keeps everything for days. */
const REPLAY_MS = 5 * 60_000;
const CHECK_MS = 5_000;
const BATCH = 500;
const KEY = 'store';
/** Start times are computed from uptimes in whole seconds. */
const TOLERANCE_MS = 5_000;

/** Which store was seen, epoch ms: its start by its own clock, and when it last answered by ours. */
const seenStore = z.object({ startedAt: z.number(), seenAt: z.number() });
type SeenStore = z.output<typeof seenStore>;

/**
 * Watches the store's start time, shared by all workers; when the store was restarted, what the stream took in the minutes before
 * it was last seen, up to its new start, is stored once more. Rows are keyed by event id, so this is only ever a repair.
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
  const before = entry?.operation === 'PUT' ? readSeen(entry.string()) : undefined;
  if (before !== undefined && Math.abs(before.startedAt - status.started_at) > TOLERANCE_MS) {
    const untilMs = status.started_at + TOLERANCE_MS;
    const stored = await replay(deps, { fromMs: before.seenAt - REPLAY_MS, untilMs });
    deps.log.info({ stored }, 'the store was restarted, what it may have lost was stored again');
  }
  const seen: SeenStore = { startedAt: status.started_at, seenAt: Date.now() };
  await orBrokerAway(() => kv.put(KEY, JSON.stringify(seen)));
}

function readSeen(text: string): SeenStore | undefined {
  return seenStore.safeParse(JSON.parse(text)).data;
}

/**
 * Stores the events that the stream took between two times once more, and has their calls concluded again. What can never be
 * stored is a dead letter already, and is passed over.
 *
 * @returns how many.
 */
export async function replay(
  deps: ReplayDeps,
  { fromMs, untilMs }: { fromMs: number; untilMs: number },
): Promise<number> {
  const consumer = await deps.nc.jetstream().consumers.get(streams.events.name, {
    deliver_policy: DeliverPolicy.StartTime,
    opt_start_time: new Date(fromMs).toISOString(),
  });
  const calls = new Set<string>();
  let stored = 0;
  for (let pending = (await consumer.info()).num_pending; pending > 0 && !deps.signal.aborted;) {
    const messages: JsMsg[] = [];
    for await (const message of await consumer.fetch({ max_messages: Math.min(BATCH, pending) }))
      messages.push(message);
    const lost = messages.filter(({ info }) => info.timestampNanos / 1e6 <= untilMs);
    const insert = (rows: readonly MappedRow[][]) =>
      keepTrying(() => insertMapped(deps.store, rows.flat()), { signal: deps.signal });
    const again = await insertOrSplit(
      lost.map((message) => rowsOf(message, calls)),
      insert,
      async () => undefined,
    );
    stored += again.length;
    if (lost.length === 0 || lost.length < messages.length) break;
    pending -= messages.length;
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
