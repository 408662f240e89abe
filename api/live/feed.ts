import type { Store } from '../../clickhouse/client.ts';
import { livePulse } from '../../clickhouse/queries/live-pulse.ts';
import { storeClock } from '../../clickhouse/queries/store-clock.ts';
import { TAIL_OVERLAP_MS } from '../../clickhouse/queries/events-tail.ts';
import { messageOf as textOf } from '../../lib/errors.ts';
import type { Log } from '../../lib/log.ts';
import { repeat } from '../../lib/repeat.ts';
import type { ReadLag } from '../pipeline/lag.ts';
import { Board } from './board.ts';
import { apply, readChanges } from './changes.ts';
import { LiveClient, RETRY, type Cut, type Listener } from './client.ts';
import { loadBoard } from './load.ts';
import { createUsual } from './usual.ts';
import { frame, toBatch, type Batch, type Message } from './messages.ts';

/** What listeners of a tenant are told. It asks the store once for all of them. */
export type Feed = {
  join(listener: Listener): LiveClient;
  leave(client: LiveClient): void;
  stop(reason: Cut): Promise<void>;
};

export type FeedDeps = { store: Store; readLag: ReadLag; log: Log };

const POLL_MS = 500;
const PULSE_MS = 2_000;
/** What the strip calls "now", ms. */
const RECENT_MS = 5 * 60_000;
const DAY_MS = 86_400_000;

/** @throws EarshotError `store_unavailable` */
export async function startFeed({ store, readLag, log }: FeedDeps, tenant: string): Promise<Feed> {
  const clients = new Set<LiveClient>();
  const [clock] = await store.run(storeClock, {});
  let cursor = clock?.now ?? 0;
  const source = { store, tenant, usual: createUsual(store, tenant) };
  const board = await loadBoard(source, cursor);
  /** Events of the overlap that were told, and when the store took them. */
  const told = new Map<string, number>();
  let lastPulse: Batch | undefined;

  const tell = (batch: Batch) => {
    if (batch.full !== '') for (const client of clients) client.push(batch);
  };

  /** Between reading and telling nobody can join, so that each sees every change once, on the board or after it. */
  const poll = async () => {
    const changes = await readChanges(source, cursor - TAIL_OVERLAP_MS, board);
    const messages = apply(board, changes, ({ event_id: id }) => !told.has(id));
    const batch = toBatch(messages, cursor);
    for (const { event_id: id, inserted_at: storedAt } of changes.events) told.set(id, storedAt);
    cursor = Math.max(cursor, ...changes.events.slice(-1).map((row) => row.inserted_at), ...messages.map(storedAtOf));
    for (const [id, storedAt] of told) if (storedAt < cursor - TAIL_OVERLAP_MS) told.delete(id);
    tell(batch);
  };

  const pulse = async () => {
    const now = Date.now();
    const strip = { tenant, sinceMs: now - RECENT_MS, dayMs: now - (now % DAY_MS) };
    const [[row], lag] = await Promise.all([store.run(livePulse, strip), readLag()]);
    if (!row) return;
    board.prune(row.now);
    cursor = Math.max(cursor, row.now - TAIL_OVERLAP_MS);
    const data = {
      at: new Date(row.now).toISOString(),
      callsNow: board.active,
      heardP95Ms: row.heard_p95_ms,
      heardN: row.heard_n,
      errors: row.errors,
      hotToday: row.hot_today,
      lagMs: lag.oldestMs,
    };
    const text = frame('pulse', data, cursor);
    lastPulse = { full: text, plain: text, calls: [] };
    tell(lastPulse);
  };

  /** How things stand, and for one who comes back what he missed. */
  async function* first(from: number | undefined, standing: Message[]): AsyncGenerator<Batch> {
    const now = toBatch(standing, from ?? cursor);
    yield { ...now, full: RETRY + now.full, plain: RETRY + now.plain };
    if (lastPulse) yield lastPulse;
    if (from === undefined) return;
    const again = new Board();
    const missed = apply(again, await readChanges(source, from - TAIL_OVERLAP_MS, again), () => true);
    yield toBatch(
      missed.filter((message) => !isOnBoard(board, message)),
      from,
    );
  }

  await poll();
  const failing = { poll: false, pulse: false };
  const loop = (name: 'poll' | 'pulse', everyMs: number, work: () => Promise<void>) =>
    repeat(
      everyMs,
      async () => {
        await work();
        failing[name] = false;
      },
      (error) => {
        if (!failing[name]) log.warn({ tenant, error: textOf(error) }, 'live updates wait');
        failing[name] = true;
      },
    );
  const loops = [loop('poll', POLL_MS, poll), loop('pulse', PULSE_MS, pulse)];

  return {
    join: (listener) => {
      const standing = board.snapshot().map((data): Message => ({ name: 'call', data, storedAt: 0 }));
      const client = new LiveClient(listener, first(listener.cursor, standing));
      clients.add(client);
      return client;
    },
    leave: (client) => void clients.delete(client),
    stop: async (reason) => {
      for (const client of clients) client.cut(reason);
      await Promise.all(loops.map((one) => one.stop()));
    },
  };
}

const storedAtOf = ({ storedAt }: Message) => storedAt;

/** Who comes back has the call as it stands already; a score without all of its signals would be wrong. */
function isOnBoard(board: Board, message: Message): boolean {
  return (message.name === 'call' || message.name === 'score') && board.has(message.data.callId);
}
