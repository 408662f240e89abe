import { createInbox, headers, type Msg, type NatsConnection, type NatsError, type Subscription } from 'nats';
import { eventId } from '../../events/ids.ts';
import { streams, subjects } from '../../events/subjects.ts';
import { EARSHOT } from '../../lib/command-line.ts';
import { hasCode, messageOf } from '../../lib/errors.ts';
import { backOffMs } from '../../lib/retry.ts';
import { readAck, type Ack } from './acks.ts';
import { Backlog, type Sending } from './backlog.ts';
import type { Link } from './connection.ts';
import type { OnProblem } from './problems.ts';
import type { Entry } from './spool/frames.ts';
import type { ProducerName } from './spool/folder.ts';

export type SenderOptions = {
  link: Link;
  producer: ProducerName;
  /** The stream that must take the events; another one answers with a refusal. */
  stream?: string | undefined;
  /** Everything up to this seq needs no sending any more. */
  onAcked(seq: number): void;
  /** The broker will never take this event. Called before it counts as done. */
  onRefused(entry: Entry, reason: 'too_large' | 'refused', detail: string): void;
  onProblem: OnProblem;
};

export type SenderStats = { acked: number; duplicates: number; resent: number; setAside: number };

/** More in flight starves the event loop when a long backlog is sent. */
const WINDOW = 128;
/** Events that come together leave together: a wake-up costs more than an event. */
const TICK_MS = 20;
const ACK_TIMEOUT_MS = 3_000;
/** Longest wait before the window is offered again to a broker that cannot take events. */
const LONGEST_WAIT_MS = 1_000;

/** Sends entries in order and again until each is answered: go back to the first unanswered one on any doubt. */
export class Sender {
  readonly #options: SenderOptions;
  readonly #stopListening: () => void;
  readonly #backlog = new Backlog();
  #nc: NatsConnection | undefined;
  #inbox = '';
  #answers: { nc: NatsConnection; subscription: Subscription } | undefined;
  #tick: NodeJS.Timeout | undefined;
  #watch: NodeJS.Timeout | undefined;
  #failures = 0;
  #resumeAt = 0;
  #idle: (() => void)[] = [];
  readonly stats: SenderStats = { acked: 0, duplicates: 0, resent: 0, setAside: 0 };

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#stopListening = options.link.listen({
      up: (nc) => this.#up(nc),
      down: () => this.#down(),
      denied: (subject) => this.#denied(subject),
    });
  }

  get pending(): number {
    return this.#backlog.unanswered;
  }

  /** In ascending order of seq. */
  enqueue(entries: Entry[]): void {
    this.#backlog.add(entries);
    this.#schedule(TICK_MS);
  }

  /** Resolves when nothing waits for an answer. */
  idle(): Promise<void> {
    return this.pending === 0 ? Promise.resolve() : new Promise((resolve) => this.#idle.push(resolve));
  }

  stop(): void {
    clearTimeout(this.#tick);
    clearInterval(this.#watch);
    this.#stopListening();
    this.#answers?.subscription.unsubscribe();
    this.#nc = undefined;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  #up(nc: NatsConnection): void {
    this.#nc = nc;
    this.#failures = 0;
    this.#resumeAt = 0;
    if (this.#answers?.nc !== nc) {
      this.#inbox = createInbox(this.#options.link.inboxPrefix);
      const callback = (error: NatsError | null, message: Msg) => this.#answered(error, message);
      this.#answers = { nc, subscription: nc.subscribe(`${this.#inbox}.*`, { callback }) };
    }
    this.#watch ??= setInterval(() => this.#checkTimeouts(), ACK_TIMEOUT_MS / 4).unref();
    this.#rewind();
    this.#pump();
  }

  /** What was sent and not answered cannot be presumed stored. */
  #down(): void {
    this.#nc = undefined;
    this.#rewind();
  }

  #schedule(waitMs: number): void {
    this.#tick ??= setTimeout(() => {
      this.#tick = undefined;
      this.#pump();
    }, waitMs).unref();
  }

  #pump(): void {
    const now = performance.now();
    if (now < this.#resumeAt) return this.#schedule(this.#resumeAt - now);
    while (this.#nc && this.#backlog.inFlight < WINDOW && this.#resumeAt <= now) {
      const sending = this.#backlog.next(now);
      if (!sending) return;
      this.#send(this.#nc, sending);
    }
  }

  #send(nc: NatsConnection, sending: Sending): void {
    const { seq, type, body } = sending.entry;
    const { tenant, call } = this.#options.producer;
    const head = headers();
    head.set('Nats-Msg-Id', eventId({ ...this.#options.producer, kind: 'collector', key: seq }));
    head.set('Nats-Expected-Stream', this.#options.stream ?? streams.events.name);
    try {
      nc.publish(subjects.event(tenant, call, type), body, { reply: `${this.#inbox}.${seq}`, headers: head });
    } catch (error) {
      const tooLarge = hasCode(error, 'MAX_PAYLOAD_EXCEEDED');
      if (tooLarge || hasCode(error, 'BAD_SUBJECT')) {
        this.#settle(sending, {
          kind: 'refused',
          reason: tooLarge ? 'too_large' : 'refused',
          detail: messageOf(error),
        });
      } else this.#goBack('publish', messageOf(error));
    }
  }

  #answered(error: NatsError | null, message: Msg): void {
    const seq = Number(message.subject.slice(this.#inbox.length + 1));
    const sending = this.#backlog.find(seq);
    if (error || !sending) return;
    this.#settle(sending, readAck(message));
    this.#pump();
  }

  #settle(sending: Sending, ack: Ack): void {
    if (ack.kind === 'later') return this.#goBack(ack.code, ack.detail);
    this.#failures = 0;
    if (ack.kind === 'stored') {
      this.stats.acked++;
      if (ack.duplicate) this.stats.duplicates++;
    } else {
      this.stats.setAside++;
      this.#options.onRefused(sending.entry, ack.reason, ack.detail);
    }
    const answeredUpTo = this.#backlog.answer(sending);
    if (answeredUpTo !== undefined) this.#options.onAcked(answeredUpTo);
    if (this.pending === 0) for (const resolve of this.#idle.splice(0)) resolve();
  }

  /** The broker cannot take events just now: all unanswered ones again, in order, after a growing wait. */
  #goBack(code: string, detail: string): void {
    if (this.#failures === 0) {
      this.#options.onProblem({
        code: 'broker_not_ready',
        message: `${detail} (${code})`,
        fix: `${EARSHOT} stream provision, if it stays`,
      });
    }
    const waitMs = Math.min(backOffMs(this.#failures++), LONGEST_WAIT_MS);
    this.#resumeAt = performance.now() + waitMs;
    this.#rewind();
    this.#schedule(waitMs);
  }

  #rewind(): void {
    this.stats.resent += this.#backlog.rewind();
  }

  #checkTimeouts(): void {
    const sentAt = this.#backlog.oldest()?.sentAt;
    if (sentAt === undefined || performance.now() - sentAt < ACK_TIMEOUT_MS) return;
    this.#rewind();
    this.#pump();
  }

  /** The broker does not answer a publish that it forbids; it only names the subject. */
  #denied(subject: string): void {
    const { tenant, call } = this.#options.producer;
    for (const sending of this.#backlog.sent()) {
      if (subjects.event(tenant, call, sending.entry.type) !== subject) continue;
      this.#settle(sending, { kind: 'refused', reason: 'refused', detail: 'this user may not publish to the subject' });
    }
    this.#pump();
  }
}
