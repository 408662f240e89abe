import type { Entry } from './spool/frames.ts';

/** An entry that the broker has not answered yet. `sentAt`: when it was sent last, on the clock of `performance`, ms. */
export type Sending = { readonly entry: Entry; sentAt: number | undefined; answered: boolean };

/** A sent and answered head that is longer is cut off. */
const MAX_HEAD = 1_024;

/** Entries on their way to the broker: sent in order, answered in any, and sent again from the first unanswered one. */
export class Backlog {
  readonly #unanswered = new Map<number, Sending>();
  /** In the order of sending; what lies before `#head` was sent. */
  #queue: Sending[] = [];
  #head = 0;
  #inFlight = 0;
  #lastSeq = 0;

  get unanswered(): number {
    return this.#unanswered.size;
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  /** In ascending order of seq. */
  add(entries: Entry[]): void {
    for (const entry of entries) {
      const sending = { entry, sentAt: undefined, answered: false };
      this.#unanswered.set(entry.seq, sending);
      this.#queue.push(sending);
      this.#lastSeq = entry.seq;
    }
  }

  /** The one to be sent now; it is in flight from here on. */
  next(now: number): Sending | undefined {
    while (this.#queue[this.#head]?.answered) this.#head++;
    const sending = this.#queue[this.#head];
    if (!sending) return undefined;
    sending.sentAt = now;
    this.#inFlight++;
    this.#head++;
    if (this.#head > MAX_HEAD && this.#head * 2 > this.#queue.length) {
      this.#queue = this.#queue.slice(this.#head);
      this.#head = 0;
    }
    return sending;
  }

  find(seq: number): Sending | undefined {
    return this.#unanswered.get(seq);
  }

  oldest(): Sending | undefined {
    const [oldest] = this.#unanswered.values();
    return oldest;
  }

  /** In flight, oldest first. */
  sent(): Sending[] {
    return [...this.#unanswered.values()].filter(({ sentAt }) => sentAt !== undefined);
  }

  /** Takes it off. Returns the seq up to which all is answered, when it was the oldest that kept that back. */
  answer(sending: Sending): number | undefined {
    const wasOldest = this.oldest() === sending;
    sending.answered = true;
    if (sending.sentAt !== undefined) this.#inFlight--;
    this.#unanswered.delete(sending.entry.seq);
    if (!wasOldest) return undefined;
    const oldest = this.oldest();
    return oldest === undefined ? this.#lastSeq : oldest.entry.seq - 1;
  }

  /** All that is unanswered is to be sent again. Returns how many of these were in flight. */
  rewind(): number {
    const again = this.#inFlight;
    this.#inFlight = 0;
    this.#queue = [...this.#unanswered.values()];
    this.#head = 0;
    for (const sending of this.#queue) sending.sentAt = undefined;
    return again;
  }
}
