import type { Store } from '../../clickhouse/client.ts';
import { storeClock } from '../../clickhouse/queries/store-clock.ts';
import { TAIL_OVERLAP_MS } from '../../clickhouse/queries/events-tail.ts';
import { messageOf } from '../../lib/errors.ts';
import type { Log } from '../../lib/log.ts';
import { repeat } from '../../lib/repeat.ts';
import type { ReadLag } from '../pipeline/lag.ts';
import type { LiveEvent } from '../schemas/live.ts';
import type { ReadUsual } from '../read/usual.ts';
import { Board } from './board.ts';
import { apply, readChanges } from './changes.ts';
import { LiveClient, RETRY, type Cut, type Listener } from './client.ts';
import type { Source } from './concluded.ts';
import { loadBoard } from './load.ts';
import { frame, toBatch, type Batch, type Message } from './messages.ts';
import { readStrip } from './pulse.ts';

export type FeedDeps = { store: Store; readUsual: ReadUsual; readLag: ReadLag; log: Log };

const POLL_MS = 500;
const PULSE_MS = 2_000;

/** What listeners of a tenant are told. It asks the store once for all of them. */
export class Feed {
  readonly #deps: FeedDeps;
  readonly #source: Source;
  readonly #board: Board;
  readonly #clients = new Set<LiveClient>();
  /** Events of the overlap that were told, and when the store took them. */
  readonly #told = new Map<string, number>();
  /** Epoch ms by the store's clock, as all times here. */
  #cursor: number;
  /** As the last pulse read it. */
  #clock = 0;
  #pulse: LiveEvent<'pulse'> | undefined;
  #loops: { stop(): Promise<void> }[] = [];

  private constructor(deps: FeedDeps, source: Source, board: Board, cursor: number) {
    this.#deps = deps;
    this.#source = source;
    this.#board = board;
    this.#cursor = cursor;
  }

  /** @throws EarshotError `store_unavailable` */
  static async start(deps: FeedDeps, tenant: string): Promise<Feed> {
    const { store, readUsual } = deps;
    const source = { store, tenant, usual: () => readUsual(tenant) };
    const [clock] = await store.run(storeClock, {});
    const now = clock?.now ?? 0;
    // It takes its time: asked for now, so that whoever joins first is told it at once.
    const strip = readStrip(source, deps.readLag).catch(() => undefined);
    const feed = new Feed(deps, source, await loadBoard(source, now), now);
    // What lies in the overlap is on the board and no news.
    await feed.#poll();
    feed.#show(await strip);
    feed.#loops = [feed.#repeat(POLL_MS, () => feed.#poll()), feed.#repeat(PULSE_MS, () => feed.#beat())];
    return feed;
  }

  join(listener: Listener): LiveClient {
    const standing = this.#board.snapshot().map((data): Message => ({ name: 'call', data, storedAt: 0 }));
    const client = new LiveClient(listener, this.#first(listener.cursor, standing));
    this.#clients.add(client);
    return client;
  }

  leave(client: LiveClient): void {
    this.#clients.delete(client);
  }

  async stop(reason: Cut): Promise<void> {
    for (const client of this.#clients) client.cut(reason);
    await Promise.all(this.#loops.map((loop) => loop.stop()));
  }

  /** Between reading and telling nobody can join, so that each sees every change once, on the board or after it. */
  async #poll(): Promise<void> {
    const before = this.#clock;
    const changes = await readChanges(this.#source, this.#cursor - TAIL_OVERLAP_MS, this.#board);
    const messages = apply(this.#board, changes, ({ event_id: id }) => !this.#told.has(id));
    const batch = toBatch(messages, this.#cursor);
    for (const { event_id: id, inserted_at: storedAt } of changes.events) {
      this.#told.set(id, storedAt);
      this.#cursor = Math.max(this.#cursor, storedAt);
    }
    // Only what was read may be left behind: while polls fail, the clock goes on.
    this.#cursor = Math.max(this.#cursor, before - TAIL_OVERLAP_MS);
    for (const { storedAt } of messages) this.#cursor = Math.max(this.#cursor, storedAt);
    for (const [id, storedAt] of this.#told) if (storedAt < this.#cursor - TAIL_OVERLAP_MS) this.#told.delete(id);
    this.#tell(batch);
  }

  async #beat(): Promise<void> {
    this.#show(await readStrip(this.#source, this.#deps.readLag));
    if (this.#pulse) this.#tell(forAll(frame('pulse', this.#pulse, this.#cursor)));
  }

  #show(read: Awaited<ReturnType<typeof readStrip>>): void {
    if (!read) return;
    this.#board.prune(read.now);
    this.#clock = read.now;
    this.#pulse = { ...read.strip, callsNow: this.#board.active };
  }

  /** How things stand, and for one who comes back what he missed: until he has it, nothing moves his cursor on. */
  async *#first(from: number | undefined, standing: Message[]): AsyncGenerator<Batch> {
    const now = toBatch(standing, from ?? this.#cursor);
    yield { ...now, full: RETRY + now.full, plain: RETRY + now.plain };
    if (this.#pulse) yield forAll(frame('pulse', this.#pulse));
    if (from === undefined) return;
    const again = new Board();
    const missed = apply(again, await readChanges(this.#source, from - TAIL_OVERLAP_MS, again), () => true);
    const news = missed.filter((message) => !isOnBoard(this.#board, message));
    yield toBatch(news, from);
  }

  #tell(batch: Batch): void {
    if (batch.full !== '') for (const client of this.#clients) client.push(batch);
  }

  /** An outage is logged once, when it begins. */
  #repeat(everyMs: number, work: () => Promise<void>): { stop(): Promise<void> } {
    const { log } = this.#deps;
    let isFailing = false;
    const turn = async () => {
      await work();
      isFailing = false;
    };
    return repeat(everyMs, turn, (error) => {
      if (!isFailing) log.warn({ tenant: this.#source.tenant, error: messageOf(error) }, 'live updates wait');
      isFailing = true;
    });
  }
}

function forAll(text: string): Batch {
  return { full: text, plain: text, calls: [] };
}

/** Who comes back has the call as it stands already; a score without all of its signals would be wrong. */
function isOnBoard(board: Board, message: Message): boolean {
  return (message.name === 'call' || message.name === 'score') && board.has(message.data.callId);
}
