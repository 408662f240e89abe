import { USERDATA_TIMED_TRANSCRIPT, voice } from '@livekit/agents';
import type { AudioFrame } from '@livekit/rtc-node';

/** What the caller heard of one answer. */
export type Heard = { text: string; playedMs: number; interrupted: boolean };
type Word = { text: string; startMs: number; endMs: number };

const TICK_MS = 10;

/**
 * A caller's loudspeaker: plays what it is given in real time, can be paused and cleared, and says truthfully which words
 * were heard. The words' times come with the frames, as the voice gave them; so it takes frames at the voice's own
 * rate, since resampling in the SDK would drop them.
 */
export class Loudspeaker extends voice.AudioOutput {
  #words: Word[] = [];
  #capturedMs = 0;
  #playedMs = 0;
  #started = false;
  #flushed = false;
  #paused = false;
  #timer: NodeJS.Timeout | undefined;
  #lastTick = 0;

  constructor() {
    super(undefined, undefined, { pause: true });
  }

  /** Position in the answer that is being played, in ms. */
  get playedMs(): number {
    return this.#playedMs;
  }

  get playing(): boolean {
    return this.#started && !this.#paused;
  }

  /** The words that have been played: a word counts from its middle on. */
  heardText(): string {
    return this.#words
      .filter(({ startMs, endMs }) => (startMs + endMs) / 2 <= this.#playedMs)
      .map(({ text }) => text)
      .join('')
      .trim();
  }

  override async captureFrame(frame: AudioFrame): Promise<void> {
    await super.captureFrame(frame);
    this.#flushed = false;
    this.#capturedMs += (frame.samplesPerChannel * 1_000) / frame.sampleRate;
    const timed = frame.userdata[USERDATA_TIMED_TRANSCRIPT];
    for (const word of Array.isArray(timed) ? timed : []) {
      if (!voice.isTimedString(word)) continue;
      const startMs = (word.startTime ?? 0) * 1_000;
      this.#words.push({
        text: word.text,
        startMs,
        endMs: word.endTime === undefined ? startMs : word.endTime * 1_000,
      });
    }
    if (!this.#timer) {
      this.#lastTick = performance.now();
      this.#timer = setInterval(() => this.#tick(), TICK_MS);
    }
    if (!this.#started && !this.#paused) this.#begin();
  }

  override flush(): void {
    super.flush();
    this.#flushed = true;
  }

  clearBuffer(): void {
    if (this.#timer) this.#finish(true);
  }

  override pause(): void {
    this.#tick();
    this.#paused = true;
  }

  override resume(): void {
    this.#paused = false;
    this.#lastTick = performance.now();
    if (this.#timer && !this.#started) this.#begin();
  }

  #begin(): void {
    this.#started = true;
    this.#lastTick = performance.now();
    this.onPlaybackStarted(Date.now());
  }

  #tick(): void {
    const now = performance.now();
    if (this.playing) this.#playedMs = Math.min(this.#capturedMs, this.#playedMs + now - this.#lastTick);
    this.#lastTick = now;
    if (this.#timer && this.#flushed && this.#playedMs >= this.#capturedMs) this.#finish(false);
  }

  #finish(interrupted: boolean): void {
    const playedMs = this.#playedMs;
    const heard: Heard = {
      text: interrupted ? this.heardText() : this.#words.map(({ text }) => text).join(''),
      playedMs,
      interrupted,
    };
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#words = [];
    this.#capturedMs = this.#playedMs = 0;
    this.#started = this.#flushed = false;
    this.emit('heard', heard);
    this.onPlaybackFinished({ playbackPosition: playedMs / 1_000, interrupted, synchronizedTranscript: heard.text });
  }
}
