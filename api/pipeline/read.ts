import type { NatsConnection } from 'nats';
import type { Store } from '../../clickhouse/client.ts';
import { booksOfRange } from '../../clickhouse/queries/books-of-range.ts';
import { deadLettersCount } from '../../clickhouse/queries/dead-letters-count.ts';
import { lastDeliveries } from '../../clickhouse/queries/last-deliveries.ts';
import { spools } from '../../clickhouse/queries/spools.ts';
import { storeStatus } from '../../clickhouse/queries/store-status.ts';
import { storedByMinute } from '../../clickhouse/queries/stored-by-minute.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { messageOf } from '../../lib/errors.ts';
import { iso } from '../read/times.ts';
import { readWhoOfCalls } from '../read/who.ts';
import type { CallSummary, Pipeline } from '../types.ts';
import { readBroker } from './broker.ts';
import type { ReadLag } from './lag.ts';
import { whyNot } from './reasons.ts';
import { listWorkers } from './workers.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** A collector gives a sign of life every few seconds; older ones tell nothing of now. */
const BEATS_MS = HOUR_MS;

/** @throws EarshotError `store_unavailable`: without the store nobody knows anything. What the broker knows may lack. */
export async function readPipeline(
  { nc, store, readLag }: { nc: NatsConnection; store: Store; readLag: ReadLag },
  tenant: string,
  now = Date.now(),
): Promise<Pipeline> {
  const [atBroker, workers, lag, inStore] = await Promise.all([
    readBroker(nc).catch(messageOf),
    listWorkers(nc).catch(() => []),
    readLag(),
    readStore(store, tenant, now),
  ]);
  const isAway = typeof atBroker === 'string';
  const { books, status, dead, rates, waiting, delivered, who } = inStore;
  const known = {
    lag: { state: lag.state, oldestUnprocessedMs: lag.oldestMs, waiting: lag.waiting },
    booksToday: booksOf(books),
    deadLetters: dead,
    broker: { ok: !isAway, problem: isAway ? atBroker : null },
  };
  const reasons = whyNot(known);
  return {
    ...known,
    nothingLost: reasons.length === 0,
    reasons,
    stream: isAway ? null : atBroker.stream,
    stages: isAway ? [] : atBroker.stages,
    rates: rates.map(({ minute, stored, reads }) => ({ at: iso(minute), stored, reads })),
    spools: waiting.map((row) => ({
      callId: row.call_id,
      agent: row.agent_name,
      waiting: row.waiting,
      at: iso(row.at),
    })),
    store: {
      ok: true,
      problem: null,
      version: status?.version ?? null,
      upSince: status ? iso(status.started_at) : null,
    },
    workers: workers.map(({ id, startedAt, beatAt, held }) => ({
      id,
      startedAt: iso(startedAt),
      lastSeenAt: iso(beatAt),
      held,
    })),
    deliveries: delivered.map((row) => deliveryOf(row, who.get(row.call_id))),
  };
}

async function readStore(store: Store, tenant: string, now: number) {
  const [[books], [status], [letters], rates, waiting, delivered] = await Promise.all([
    store.run(booksOfRange, { tenant, fromMs: now - (now % DAY_MS) }),
    store.run(storeStatus, {}),
    store.run(deadLettersCount, { tenant }),
    store.run(storedByMinute, { tenant, fromMs: now - HOUR_MS }),
    store.run(spools, { tenant, fromMs: now - BEATS_MS }),
    store.run(lastDeliveries, { tenant }),
  ]);
  const who = await readWhoOfCalls(store, tenant, delivered);
  return { books, status, dead: letters?.dead ?? 0, rates, waiting, delivered, who };
}

/** What was published is not known while one producer cannot say. */
function booksOf(row: RowOfQuery<typeof booksOfRange> | undefined): Pipeline['booksToday'] {
  return {
    calls: row?.calls ?? 0,
    published: row && row.unknown > 0 ? null : (row?.published ?? 0),
    stored: row?.stored ?? 0,
    deadLettered: row?.dead_lettered ?? 0,
    declaredGaps: row?.declared_gaps ?? 0,
    unknownProducers: row?.unknown ?? 0,
    openProducers: row?.open ?? 0,
    unbalancedCalls: row?.unbalanced_calls ?? [],
    reads: row?.reads ?? 0,
  };
}

function deliveryOf(
  row: RowOfQuery<typeof lastDeliveries>,
  who: CallSummary['who'] | undefined,
): Pipeline['deliveries'][number] {
  return {
    callId: row.call_id,
    who: who ?? null,
    rule: row.rule,
    kind: row.kind,
    destination: row.destination,
    state: row.state,
    attempt: row.attempt,
    possiblyRepeated: row.possibly_repeated,
    requestedAt: iso(row.requested_at),
    error: row.error === '' ? null : row.error,
  };
}
