import type { FactData, FactType } from '../../events/catalogue.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Lock } from '../../lib/folder-lock.ts';
import { within } from '../../lib/retry.ts';
import { Budget } from './budget.ts';
import type { Link } from './connection.ts';
import { collectorProblem, type OnProblem } from './problems.ts';
import { Producer, type Store } from './producer.ts';
import { Sender } from './sender.ts';
import { setAside } from './set-aside.ts';
import type { Disk } from './spool/disk.ts';
import { createFolder, removeFolder, type ProducerName } from './spool/folder.ts';
import { Spool, type SpoolMode } from './spool/spool.ts';

export type PublisherOptions = {
  name: ProducerName;
  link: Link;
  /** The spool's root; each producer has a folder in it. */
  root: string;
  maxBytes: number;
  clock: Clock;
  onProblem: OnProblem;
  disk?: Disk | undefined;
  /** A write that takes longer makes the spool go on asynchronously. 5 ms. */
  slowWriteMs?: number;
  /** For tests: a stream that will not take the events. */
  stream?: string;
};

export type PublisherStats = {
  /** Events numbered so far. */
  published: number;
  /** Of these, refused for want of room and declared as gaps. */
  refused: number;
  acked: number;
  /** Answered with "already stored". */
  duplicates: number;
  resent: number;
  /** Refused by the broker for good and kept beside the spool. */
  setAside: number;
  /** Waiting for the broker's answer. */
  pending: number;
  spoolBytes: number;
  mode: SpoolMode;
  connected: boolean;
};

const SLOW_WRITE_MS = 5;
const MAX_RESERVE_BYTES = 64 * 1024;
const MAX_SEGMENT_BYTES = 1024 * 1024;
/** Without a disk, this many events wait in memory for the broker. */
const MAX_IN_MEMORY = 4_096;

/** One producer's way to the broker: numbers, spool, sending. Nothing here throws or waits. */
export class Publisher {
  readonly #options: PublisherOptions;
  readonly #sender: Sender;
  readonly #producer: Producer;
  #spool: Spool | undefined;
  #folder: string | undefined;
  #lock: Lock | undefined;
  #budget: Budget | undefined;

  constructor(options: PublisherOptions) {
    this.#options = options;
    const { name, link, root, stream, clock, onProblem } = options;
    this.#sender = new Sender({
      link,
      producer: name,
      stream,
      onAcked: (seq) => this.#spool?.acked(seq),
      onRefused: (entry, reason, detail) => {
        this.#setAside(entry, detail);
        this.#producer.brokerRefused(entry, reason);
      },
      onProblem,
    });
    this.#openSpool(root);
    this.#producer = new Producer({ name, clock, store: this.#store(), reserveBytes: this.#reserveBytes });
  }

  publish<Type extends FactType>(type: Type, data: FactData<Type>, at?: number): void {
    if (this.#producer.closed) {
      return this.#options.onProblem({
        code: 'event_after_closing',
        message: `${type} came after the producer had closed`,
      });
    }
    this.#producer.publish(type, data, at);
  }

  /** The books are closed: nothing more is published. */
  closeBooks(): void {
    if (!this.#producer.closed) this.#producer.close('self');
  }

  /** All that was published is at the broker. */
  async flushed(): Promise<void> {
    await this.#spool?.settled();
    await this.#sender.idle();
  }

  /** The process ends now: everything onto the disk, synchronously. The next process sends it. */
  writeOut(): void {
    this.#spool?.writeOut();
  }

  /** Waits for the broker's answers, `timeoutMs` at most. What is left stays on disk for whoever drains it. */
  async close(timeoutMs: number): Promise<void> {
    await within(timeoutMs, this.flushed());
    const left = this.#sender.pending;
    this.#sender.stop();
    this.#budget?.stop();
    this.#spool?.close();
    if (left === 0 && this.#folder && this.#producer.closed) removeFolder(this.#folder);
    this.#lock?.release();
  }

  stats(): PublisherStats {
    return {
      published: this.#producer.lastSeq,
      refused: this.#producer.refused,
      ...this.#sender.stats,
      pending: this.#sender.pending,
      spoolBytes: this.#spool?.bytes ?? 0,
      mode: this.#spool?.mode ?? 'memory',
      connected: this.#options.link.connected,
    };
  }

  get #reserveBytes(): number {
    return Math.min(MAX_RESERVE_BYTES, Math.floor(this.#options.maxBytes / 8));
  }

  #openSpool(root: string): void {
    const { name, maxBytes, disk, onProblem } = this.#options;
    try {
      const { folder, lock } = createFolder(root, name);
      const budget = new Budget(root, folder, maxBytes);
      this.#folder = folder;
      this.#lock = lock;
      this.#budget = budget;
      this.#spool = new Spool({
        folder,
        limitBytes: () => budget.limitBytes(),
        segmentBytes: Math.min(MAX_SEGMENT_BYTES, Math.floor(maxBytes / 8)),
        slowWriteMs: this.#options.slowWriteMs ?? SLOW_WRITE_MS,
        ...(disk ? { disk } : {}),
        onStored: (entries) => this.#sender.enqueue(entries),
        onMode: (mode, detail) => this.#degraded(mode, detail),
      });
    } catch (error) {
      onProblem(collectorProblem('spool_failed', error, 'make the spool folder writable (EARSHOT_SPOOL_DIR)'));
      this.#degraded('memory', 'the spool could not be opened');
    }
  }

  #store(): Store {
    const spool = this.#spool;
    const inMemory = () => !spool || spool.mode === 'memory';
    return {
      hasRoom: (bytes) => (spool && !inMemory() ? spool.hasRoom(bytes) : this.#sender.pending < MAX_IN_MEMORY),
      write: (entry) => (spool ? spool.write(entry) : this.#sender.enqueue([entry])),
      noteGap: (gap) => spool?.noteGap(gap),
      noteClosed: () => spool?.noteClosed(),
      fullReason: () => (inMemory() ? 'spool_failed' : 'spool_full'),
      setAside: (entry, reason) => this.#setAside(entry, reason),
    };
  }

  #setAside(entry: Parameters<Store['setAside']>[0], reason: string): void {
    const { root, name, onProblem } = this.#options;
    onProblem({ code: 'event_set_aside', field: entry.type, message: reason, fix: `look into ${root}/refused` });
    try {
      setAside(root, name, entry, reason);
    } catch (error) {
      onProblem(collectorProblem('event_not_kept', error));
    }
  }

  /** Said after the event at hand has been dealt with, so that numbers stay in order. */
  #degraded(mode: SpoolMode, detail: string): void {
    this.#options.onProblem({ code: `spool_${mode}`, message: detail });
    queueMicrotask(() => {
      if (this.#producer.closed || mode === 'sync') return;
      this.#producer.publish('producer.degraded', {
        what: mode === 'async' ? 'spool_async' : 'spool_memory',
        detail: detail.slice(0, 500),
      });
    });
  }
}
