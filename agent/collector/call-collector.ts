import { version as sdkVersion } from '@livekit/agents';
import { catalogue, type FactData, type FactType } from '../../events/catalogue.ts';
import type { Clock } from '../../lib/clock.ts';
import { endingByExit, endingOf, type Ending, type EndingHints } from './facts/ending.ts';
import { createWatch } from './facts/create-watch.ts';
import { watchSession } from './facts/index.ts';
import type { Job } from './facts/job.ts';
import { modelsOf, watchModels } from './facts/models.ts';
import { watchRoom } from './facts/room.ts';
import type { Transcripts } from './facts/transcripts.ts';
import type { Usage } from './facts/usage.ts';
import { defined } from './facts/values.ts';
import type { Session, Watch } from './facts/watch.ts';
import type { Settings } from './options.ts';
import { onProcessEnd } from './process-end.ts';
import type { Publisher } from './publisher.ts';

/** Items may still be committed after the session's own `close`. */
const LINGER_MS = 500;

export type CallCollectorOptions = {
  session: Session;
  settings: Settings;
  publisher: Publisher;
  clock: Clock;
  job: Job | undefined;
  /** The session has closed and what came after it is on record. */
  onOver(): void;
};

/** One call as facts, from the moment that the collector is attached to the closing of its books. */
export class CallCollector {
  readonly #publisher: Publisher;
  readonly #settings: Settings;
  readonly #clock: Clock;
  readonly #startedAt: number;
  readonly #watch: Watch;
  readonly #detach: () => void;
  readonly #offProcessEnd: () => void;
  readonly #transcripts: Transcripts;
  readonly #usage: Usage;
  #hints: EndingHints = { marked: undefined, room: undefined, parentGone: false };
  #ended = false;
  #linger: NodeJS.Timeout | undefined;

  constructor({ session, settings, publisher, clock, job, onOver }: CallCollectorOptions) {
    this.#clock = clock;
    this.#startedAt = clock.now();
    this.#settings = settings;
    this.#publisher = publisher;
    const publish: Watch['publish'] = (type, data, at) => publisher.publish(type, data, at ?? clock.now());
    const { watch, detach } = createWatch({
      ...{ session, clock, publish, onProblem: settings.onProblem },
      announced: () => this.#hints.marked !== undefined,
    });
    this.#watch = watch;
    this.#detach = detach;
    const models = modelsOf(watch);
    const sdk = { name: 'livekit-agents-js', version: sdkVersion };
    publish('call.started', { startedAt: this.#startedAt, sdk, models, ...settings.started }, this.#startedAt);
    const { transcripts, usage } = watchSession(watch);
    this.#transcripts = transcripts;
    this.#usage = usage;
    watchModels(watch, models);
    watchRoom(watch, job?.roomEvents, (room) => (this.#hints.room ??= room));
    watch.on('close', (event) => {
      this.#end(endingOf(event, this.#hints));
      this.#linger ??= setTimeout(onOver, LINGER_MS).unref();
    });
    this.#offProcessEnd = onProcessEnd({
      parentGone: () => (this.#hints.parentGone = true),
      exit: watch.guard('process exit', (code: number) => this.#exit(code)),
    });
  }

  /** A fact that the agent's own code saw. One that does not fit the contract is reported and not sent. */
  publish<Type extends FactType>(type: Type, data: FactData<Type>): void {
    this.#watch.guard('publish', () => {
      const checked = catalogue[type].safeParse(data);
      if (checked.success) return this.#watch.publish(type, data);
      const [issue] = checked.error.issues;
      const field = ['data', ...(issue?.path ?? [])].join('.');
      this.#settings.onProblem({ code: 'wrong_shape', field, message: `${type}: ${issue?.message ?? 'does not fit'}` });
      this.#watch.publish('error.raised', {
        source: 'collector',
        message: `${type}: ${field} does not fit`,
        recoverable: true,
      });
    })();
  }

  mark(ending: Ending): void {
    this.#hints.marked = ending;
  }

  /** What was marked. */
  marked(): Ending | undefined {
    return this.#hints.marked;
  }

  /** The last that can be said: who ended the call and why, unless the session said it, and how many events there were. */
  finish(): void {
    clearTimeout(this.#linger);
    this.#end(
      this.#hints.marked ??
        this.#hints.room ?? { reason: 'unknown', by: 'unknown', detail: 'the collector was closed' },
    );
    this.#detach();
    this.#publisher.closeBooks();
  }

  /** All is at the broker, or on disk for the next process: the end of this one changes nothing any more. */
  release(): void {
    this.#offProcessEnd();
  }

  #end(ending: Ending): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#watch.guard('last words', () => this.#transcripts.lastWords())();
    const { at: endedAt = this.#clock.now(), ...why } = ending;
    const usage = this.#usageTotals();
    this.#watch.publish('call.ended', {
      endedAt,
      durationMs: endedAt - this.#startedAt,
      ...why,
      ...defined({ usage }),
    });
    this.#watch.guard('usage', () => this.#usage.report())();
  }

  #usageTotals(): FactData<'call.ended'>['usage'] {
    let totals: FactData<'call.ended'>['usage'];
    this.#watch.guard('usage', () => (totals = this.#usage.totals()))();
    return totals;
  }

  /** Synchronous: what is on disk now is sent by the next process. */
  #exit(code: number): void {
    this.#end(endingByExit(code, this.#hints));
    this.#publisher.closeBooks();
    this.#publisher.writeOut();
  }
}
