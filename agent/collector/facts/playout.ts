import type { voice } from '@livekit/agents';
import type { Speeches } from './speeches.ts';
import { defined, number, onClock, text } from './values.ts';
import type { Watch } from './watch.ts';

/**
 * When answers began and ended for the caller. From the session's audio output, which a room sets late and which may be
 * exchanged, so it is looked for at every turn of the session; without one (text only) from the agent's state.
 */
export class Playout {
  readonly #watch: Watch;
  readonly #speeches: Speeches;
  #output: voice.AudioOutput | null = null;
  #startedAt: number | undefined;
  #speechId: string | undefined;
  /** Speeches whose output said what of them was heard. */
  readonly #heard = new Set<string | undefined>();

  constructor(watch: Watch, speeches: Speeches) {
    this.#watch = watch;
    this.#speeches = speeches;
    watch.on('speech_created', () => this.#follow());
    watch.on('agent_state_changed', (event) => this.#stateChanged(event));
    watch.onDetach(() => this.#unfollow());
  }

  saidWhatWasHeard(speechId: string | undefined): boolean {
    return this.#heard.has(speechId ?? this.#speechId);
  }

  readonly #onStarted = (event: voice.PlaybackStartedEvent) =>
    this.#guardedStart(onClock(this.#watch.clock, event.createdAt));
  readonly #onFinished = (event: voice.PlaybackFinishedEvent) => this.#guardedFinish(event);
  #guardedStart: (startedAt: number) => void = () => undefined;
  #guardedFinish: (event: voice.PlaybackFinishedEvent) => void = () => undefined;

  #follow(): void {
    const output = this.#watch.session.output.audio;
    // The session drops its output when it closes; the old one still says how the last answer ended.
    if (output === null || output === this.#output) return;
    this.#unfollow();
    this.#guardedStart = this.#watch.guard('playback started', (startedAt) => this.#started(startedAt));
    this.#guardedFinish = this.#watch.guard('playback finished', (event) => this.#finished(event));
    this.#output = output;
    output.on('playbackStarted', this.#onStarted);
    output.on('playbackFinished', this.#onFinished);
  }

  #unfollow(): void {
    this.#output?.off('playbackStarted', this.#onStarted);
    this.#output?.off('playbackFinished', this.#onFinished);
    this.#output = null;
  }

  #stateChanged({ oldState, newState, createdAt }: voice.AgentStateChangedEvent): void {
    this.#follow();
    if (this.#output) return;
    const at = onClock(this.#watch.clock, createdAt);
    if (newState === 'speaking') this.#started(at);
    else if (oldState === 'speaking' && this.#startedAt !== undefined) {
      this.#finished({ playbackPosition: (at - this.#startedAt) / 1000, interrupted: false });
    }
  }

  #started(startedAt: number): void {
    this.#startedAt = startedAt;
    this.#speechId = this.#speeches.playing();
    this.#watch.publish('playout.started', { startedAt, ...defined({ speechId: this.#speechId }) });
  }

  #finished({ playbackPosition, interrupted, synchronizedTranscript }: voice.PlaybackFinishedEvent): void {
    const speechId = this.#startedAt === undefined ? this.#speeches.playing() : this.#speechId;
    this.#startedAt = undefined;
    if (synchronizedTranscript !== undefined) this.#heard.add(speechId);
    const heardText = synchronizedTranscript === undefined ? undefined : text(synchronizedTranscript).text;
    this.#watch.publish('playout.finished', {
      finishedAt: this.#watch.clock.now(),
      playedMs: number(playbackPosition * 1000),
      interrupted,
      ...defined({ speechId, heardText }),
    });
  }
}
