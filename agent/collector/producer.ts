import { encode } from '../../events/codec.ts';
import type { FactData, FactType } from '../../events/catalogue.ts';
import { MAX_EVENT_BYTES, VERSION } from '../../events/envelope.ts';
import { eventId } from '../../events/ids.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Entry } from './spool/frames.ts';
import type { ProducerName } from './spool/folder.ts';
import type { Gap, GapReason, SpoolState } from './spool/state.ts';

/** Where numbered events go. `hasRoom` is asked with the room that an event needs, reserve included. */
export type Store = {
  hasRoom(bytes: number): boolean;
  write(entry: Entry): void;
  noteGap(gap: Gap | undefined): void;
  noteClosed(): void;
  /** Why there is no room, when there is none. */
  fullReason(): GapReason;
  setAside(entry: Entry, reason: string): void;
};

export type ProducerOptions = {
  name: ProducerName;
  clock: Clock;
  store: Store;
  /** Bytes kept free for the events without which the books do not add up. */
  reserveBytes: number;
  /** What a dead process of this producer left. */
  found?: Pick<SpoolState, 'gap' | 'closed'> & { lastSeq: number };
};

/** May use the reserve: gaps, the end, the closing. */
const RESERVED_TYPES: ReadonlySet<FactType> = new Set([
  'call.ended',
  'producer.gap',
  'producer.closed',
  'producer.degraded',
]);
/** More than a gap's event needs. */
const GAP_EVENT_BYTES = 600;

/**
 * Numbers a producer's events from 1 without a hole. What the store has no room for keeps its number, and is declared
 * as a gap as soon as there is room. Synchronous and not re-entrant: the order of calls is the order of numbers.
 */
export class Producer {
  readonly #options: ProducerOptions;
  #seq: number;
  #gap: Gap | undefined;
  #closed: boolean;
  refused = 0;

  constructor(options: ProducerOptions) {
    this.#options = options;
    this.#seq = options.found?.lastSeq ?? 0;
    this.#gap = options.found?.gap;
    this.#closed = options.found?.closed ?? false;
  }

  /** Events that were numbered so far, this producer's `lastSeq` when it closes now. */
  get lastSeq(): number {
    return this.#seq;
  }

  get closed(): boolean {
    return this.#closed;
  }

  publish<Type extends FactType>(type: Type, data: FactData<Type>, at = this.#options.clock.now()): void {
    if (this.#gap) this.#declareGap(type);
    this.#write(type, data, at);
  }

  /** The last event: how many there were. Called again when a refusal had to be declared after it. */
  close(by: 'self' | 'drain'): void {
    if (this.#gap) this.#declareGap('producer.closed');
    this.#closed = true;
    this.#write('producer.closed', { lastSeq: this.#seq + 1, by }, this.#options.clock.now());
    this.#options.store.noteClosed();
  }

  /** The broker refused a numbered event for good. What declares a refusal is itself not declared again. */
  brokerRefused({ seq, type }: Entry, reason: 'too_large' | 'refused'): void {
    if (type === 'producer.gap' || type === 'producer.closed') return;
    this.publish('producer.gap', { firstSeq: seq, lastSeq: seq, count: 1, reason });
    if (this.#closed) this.close('self');
  }

  #write<Type extends FactType>(type: Type, data: FactData<Type>, at: number): void {
    const { name, store } = this.#options;
    const seq = this.#seq + 1;
    const body = encode({
      v: VERSION,
      id: eventId({ ...name, kind: 'collector', key: seq }),
      type,
      tenant: name.tenant,
      call: name.call,
      producer: { kind: 'collector', instance: name.instance, seq },
      at,
      data,
    });
    this.#seq = seq;
    const entry = { seq, type, body };
    if (body.byteLength > MAX_EVENT_BYTES) this.#tooLarge(entry);
    else if (!this.#gap && store.hasRoom(body.byteLength + this.#reserveFor(type))) store.write(entry);
    else this.#refuse(entry, store.fullReason());
  }

  #reserveFor(type: FactType): number {
    return RESERVED_TYPES.has(type) ? 0 : this.#options.reserveBytes;
  }

  #tooLarge(entry: Entry): void {
    this.#options.store.setAside(entry, 'too_large');
    this.#refuse(entry, 'too_large');
    this.#declareGap('producer.gap');
  }

  #refuse({ seq }: Entry, reason: GapReason): void {
    this.refused++;
    this.#gap = this.#gap ? { ...this.#gap, lastSeq: seq } : { firstSeq: seq, lastSeq: seq, reason };
    this.#options.store.noteGap(this.#gap);
  }

  /**
   * Puts the gap on record before the event that comes next. Ordinary events wait until there is room for some more
   * after it, so that a full spool does not make a gap of every other event.
   */
  #declareGap(next: FactType): void {
    const gap = this.#gap;
    const slack = RESERVED_TYPES.has(next) ? 0 : this.#options.reserveBytes * 2;
    if (!gap || !this.#options.store.hasRoom(GAP_EVENT_BYTES + slack)) return;
    this.#gap = undefined;
    const { firstSeq, lastSeq, reason } = gap;
    this.#write(
      'producer.gap',
      { firstSeq, lastSeq, count: lastSeq - firstSeq + 1, reason },
      this.#options.clock.now(),
    );
    this.#options.store.noteGap(this.#gap);
  }
}
