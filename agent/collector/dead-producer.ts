import { createClock } from '../../lib/clock.ts';
import type { Link } from './connection.ts';
import type { OnProblem } from './problems.ts';
import { Producer } from './producer.ts';
import { Sender } from './sender.ts';
import { setAside } from './set-aside.ts';
import type { ProducerName } from './spool/folder.ts';
import type { Entry } from './spool/frames.ts';
import { readEvents, survey, type Found } from './spool/recover.ts';
import { Spool } from './spool/spool.ts';
import { readState, type SpoolState } from './spool/state.ts';

/** How many events may wait for answers before the next segment is read. */
const MOST_WAITING = 2_048;
const SEGMENT_BYTES = 1024 * 1024;

export type DeadProducerOptions = {
  root: string;
  folder: string;
  name: ProducerName;
  link: Link;
  onProblem: OnProblem;
};

/** A producer whose process is gone, so far as its folder tells. The folder must be locked. */
export async function reviveProducer(options: DeadProducerOptions): Promise<DeadProducer> {
  const state = readState(options.folder);
  return new DeadProducer(options, await survey(options.folder, state, { cut: true }), state);
}

export class DeadProducer {
  readonly #found: Found;
  readonly #state: SpoolState;
  readonly #spool: Spool;
  readonly #sender: Sender;
  readonly #producer: Producer;
  #reading = true;
  #refused: [Entry, 'too_large' | 'refused'][] = [];

  constructor({ root, folder, name, link, onProblem }: DeadProducerOptions, found: Found, state: SpoolState) {
    this.#found = found;
    this.#state = state;
    const spool = (this.#spool = new Spool(
      {
        folder,
        limitBytes: () => Number.MAX_SAFE_INTEGER,
        segmentBytes: SEGMENT_BYTES,
        slowWriteMs: Number.POSITIVE_INFINITY,
        onStored: (entries) => this.#sender.enqueue(entries),
        onMode: (mode, detail) => onProblem({ code: `spool_${mode}`, message: detail }),
      },
      found.segments,
    ));
    this.#sender = new Sender({
      link,
      producer: name,
      onAcked: (seq) => spool.acked(seq),
      onRefused: (entry, reason, detail) => {
        setAside(root, name, entry, detail);
        this.#brokerRefused(entry, reason);
      },
      onProblem,
    });
    const store = {
      hasRoom: () => true,
      write: spool.write.bind(spool),
      noteGap: spool.noteGap.bind(spool),
      noteClosed: spool.noteClosed.bind(spool),
      fullReason: () => 'spool_full' as const,
      setAside: setAside.bind(undefined, root, name),
    };
    this.#producer = new Producer({ name, clock: createClock(), store, reserveBytes: 0, found });
  }

  /** Events that waited for the broker. */
  get pending(): number {
    return this.#found.pending;
  }

  get lastSeq(): number {
    return this.#producer.lastSeq;
  }

  /** Sends what is left, then the closing where there was none. False when it was stopped before all was answered. */
  async sendAll(signal: AbortSignal | undefined): Promise<boolean> {
    for await (const entries of readEvents(this.#found, this.#state.acked)) {
      this.#sender.enqueue(entries);
      if (this.#sender.pending > MOST_WAITING) await this.#idle(signal);
      if (signal?.aborted) return false;
    }
    this.#reading = false;
    for (const [entry, reason] of this.#refused.splice(0)) this.#producer.brokerRefused(entry, reason);
    // Some numbers of a producer that sent without a disk are known to nobody: it stays open, and is shown as unknown.
    if (!this.#producer.closed && !this.#state.unsure) this.#producer.close('drain');
    await this.#idle(signal);
    return this.#sender.pending === 0;
  }

  stop(): void {
    this.#sender.stop();
    this.#spool.close();
  }

  /** New numbers are given only after the last old one was read: the sender takes them in ascending order. */
  #brokerRefused(entry: Entry, reason: 'too_large' | 'refused'): void {
    if (this.#reading) this.#refused.push([entry, reason]);
    else this.#producer.brokerRefused(entry, reason);
  }

  async #idle(signal: AbortSignal | undefined): Promise<void> {
    if (signal?.aborted) return;
    const aborted = new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }));
    await Promise.race([this.#sender.idle(), aborted]);
  }
}
