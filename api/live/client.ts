import { within } from '../../lib/retry.ts';
import { frame, type Batch } from './messages.ts';

/** Proxies and browsers give up a connection on which nothing comes, ms. */
const KEEP_ALIVE_MS = 15_000;
/** A client comes back so soon after it was cut off, ms. */
const RETRY_MS = 1_000;
/** So much may wait for a client before what comes next is too much, characters. */
const MOST_WAITING = 1_000_000;
/** A client that was cut off and does not even read the reason is given up after this, ms. */
const LAST_WORD_MS = 5_000;

export type Cut = { code: 'too_slow' | 'interrupted' | 'shutting_down' | 'session_over'; message: string };

export type Listener = {
  /** Where to go on; undefined for one who starts. */
  cursor: number | undefined;
  /** Undefined for one who may not read what is said. Rejects when it cannot be written down that he does. */
  logRead: ((call: string) => Promise<void>) | undefined;
  /** Told when he is cut off. */
  onCut(reason: Cut): void;
  /** Ends the connection of one who does not read any more. */
  kill(): void;
};

/** One who listens: what waits for him is bounded, and he alone pays for being slow. */
export class LiveClient {
  readonly #listener: Listener;
  readonly #logged = new Set<string>();
  #first: AsyncIterator<Batch> | undefined;
  #waiting: Batch[] = [];
  #waitingSize = 0;
  #cut: Cut | undefined;
  #over = false;
  #wake: () => void = () => undefined;

  /** @param first what comes before all that is pushed: how things stand, and what was missed. */
  constructor(listener: Listener, first: AsyncIterator<Batch>) {
    this.#listener = listener;
    this.#first = first;
  }

  push(batch: Batch): void {
    if (this.#cut) return;
    if (this.#waitingSize > MOST_WAITING) {
      this.cut({ code: 'too_slow', message: 'this client reads more slowly than things happen' });
      return;
    }
    this.#waiting.push(batch);
    this.#waitingSize += batch.full.length;
    this.#wake();
  }

  /** Says why, and ends. The client comes back by itself and goes on where it was. */
  cut(reason: Cut): void {
    if (this.#cut) return;
    this.#cut = reason;
    this.#listener.onCut(reason);
    this.#waiting = [];
    this.#first = undefined;
    this.#wake();
    setTimeout(() => {
      if (!this.#over) this.#listener.kill();
    }, LAST_WORD_MS).unref();
  }

  /** The connection is gone. */
  left(): void {
    this.#over = true;
    this.#wake();
  }

  /** The next piece of the stream; undefined at its end. Asked for only when the one before was taken. */
  async next(): Promise<string | undefined> {
    while (!this.#over) {
      const batches = await this.#take();
      if (this.#cut) {
        this.#over = true;
        return frame('cut', this.#cut);
      }
      if (!batches) return ': still here\n\n';
      const text = await this.#textOf(batches);
      if (text !== '') return text;
    }
    return undefined;
  }

  /** What is to be told now; undefined when nothing came for a while. */
  async #take(): Promise<Batch[] | undefined> {
    const first = await this.#first?.next().catch(() => {
      this.cut({ code: 'interrupted', message: 'what was missed cannot be read now; come back' });
    });
    if (first?.done === false) return [first.value];
    this.#first = undefined;
    if (this.#waiting.length === 0 && !this.#cut && !this.#over) {
      const woken = new Promise<void>((resolve) => (this.#wake = resolve));
      if (!(await within(KEEP_ALIVE_MS, woken))) return undefined;
    }
    const batches = this.#waiting;
    this.#waiting = [];
    this.#waitingSize = 0;
    return batches;
  }

  /** Words are given only after it was written down who reads them; where it cannot be, the rest is given without them. */
  async #textOf(batches: readonly Batch[]): Promise<string> {
    const { logRead } = this.#listener;
    if (!logRead) return batches.map(({ plain }) => plain).join('');
    const unlogged = new Set(batches.flatMap(({ calls }) => calls).filter((call) => !this.#logged.has(call)));
    try {
      await Promise.all([...unlogged].map((call) => logRead(call)));
    } catch {
      return batches.map(({ plain }) => plain).join('');
    }
    for (const call of unlogged) this.#logged.add(call);
    return batches.map(({ full }) => full).join('');
  }
}

/** How long a client is to wait before it comes back. */
export const RETRY = `retry: ${RETRY_MS}\n\n`;
