import { voice } from '@livekit/agents';
import { AudioFrame } from '@livekit/rtc-node';
import { ReadableStream, type ReadableStreamDefaultController } from 'node:stream/web';

/** What voice activity detection and recogniser work at, so that nothing is resampled on the way. */
export const MICROPHONE_RATE = 16_000;
const FRAME_MS = 20;
const FRAME_SAMPLES = (MICROPHONE_RATE * FRAME_MS) / 1_000;
/** Of 32 768; below it a caller's voice is as good as silent. */
const AUDIBLE = 300;

/** A caller's microphone: a frame each 20 ms of real time, silence unless he speaks. */
export class Microphone extends voice.AudioInput {
  #frames: ReadableStreamDefaultController<AudioFrame> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #speech: Int16Array = new Int16Array(0);
  #at = 0;
  #spoken: (() => void) | undefined;
  #lastSoundAt = 0;

  constructor() {
    super();
    const stream = new ReadableStream<AudioFrame>({ start: (controller) => void (this.#frames = controller) });
    this.multiStream.addInputStream(stream);
  }

  /** When the caller was last heard, epoch ms; 0 before his first sound. */
  get lastSoundAt(): number {
    return this.#lastSoundAt;
  }

  /** Opens the line; frames that the loop was too late for are made up for, as a sound card would. */
  open(): void {
    const openedAt = performance.now();
    let sent = 0;
    this.#timer = setInterval(() => {
      for (; sent < (performance.now() - openedAt) / FRAME_MS; sent++) this.#send();
    }, FRAME_MS / 2);
  }

  /** Speaks 16-bit mono at `MICROPHONE_RATE`; resolves when the last frame is out, or the line went dead. */
  speak(pcm: Int16Array): Promise<void> {
    return new Promise((resolve) => {
      this.#speech = pcm;
      this.#at = 0;
      this.#spoken = resolve;
    });
  }

  /** No more sound, not even silence: the caller has hung up. */
  hangUp(): void {
    clearInterval(this.#timer);
    this.#finish();
  }

  override async close(): Promise<void> {
    this.hangUp();
    await super.close();
  }

  #send(): void {
    const samples = new Int16Array(FRAME_SAMPLES);
    samples.set(this.#speech.subarray(this.#at, this.#at + FRAME_SAMPLES));
    this.#at += FRAME_SAMPLES;
    if (samples.some((sample) => Math.abs(sample) > AUDIBLE)) this.#lastSoundAt = Date.now();
    this.#frames?.enqueue(new AudioFrame(samples, MICROPHONE_RATE, 1, FRAME_SAMPLES));
    if (this.#at >= this.#speech.length) this.#finish();
  }

  #finish(): void {
    const spoken = this.#spoken;
    this.#spoken = undefined;
    this.#speech = new Int16Array(0);
    spoken?.();
  }
}
