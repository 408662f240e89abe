import { stt, tts, voice } from '@livekit/agents';
import { AudioFrame } from '@livekit/rtc-node';
import { ReadableStream } from 'node:stream/web';
import { setTimeout as delay } from 'node:timers/promises';

const RATE = 24_000;
const FRAME = RATE / 50;
const MS_PER_CHARACTER = 40;

/** A recogniser that hears what the test tells it. */
export class ToldRecogniser extends stt.STT {
  label = 'told.STT';
  #stream: ToldStream | undefined;

  constructor() {
    super({ streaming: true, interimResults: true });
  }

  protected override _recognize(): Promise<stt.SpeechEvent> {
    throw new Error('streaming only');
  }

  override stream(): stt.SpeechStream {
    return (this.#stream = new ToldStream(this));
  }

  interim(text: string): void {
    this.#stream?.hear(stt.SpeechEventType.INTERIM_TRANSCRIPT, text);
  }

  final(text: string): void {
    this.#stream?.hear(stt.SpeechEventType.FINAL_TRANSCRIPT, text);
  }
}

class ToldStream extends stt.SpeechStream {
  label = 'told.Stream';

  constructor(recogniser: ToldRecogniser) {
    super(recogniser, 16_000);
  }

  protected override async run(): Promise<void> {
    for await (const _ of this.input) {
      // It hears nothing by itself.
    }
  }

  hear(type: stt.SpeechEventType, text: string): void {
    const alternative = { language: 'en' as const, text, startTime: 0, endTime: 0, confidence: 0.9 };
    this.queue.put({ type, alternatives: [alternative as unknown as stt.SpeechData] });
  }
}

/** A microphone that nobody speaks into. */
export class OpenMicrophone extends voice.AudioInput {
  constructor() {
    super();
    this.multiStream.addInputStream(new ReadableStream<AudioFrame>());
  }
}

/** Speaks 40 ms a character, made faster than it plays. */
export class QuickVoice extends tts.TTS {
  label = 'quick.TTS';

  constructor() {
    super(RATE, 1, { streaming: false });
  }

  synthesize(text: string): tts.ChunkedStream {
    return new QuickSpeech(text, this);
  }

  stream(): tts.SynthesizeStream {
    throw new Error('not streaming');
  }
}

class QuickSpeech extends tts.ChunkedStream {
  label = 'quick.Speech';

  protected async run(): Promise<void> {
    const frames = Math.max(1, Math.round((this.inputText.length * MS_PER_CHARACTER) / 20));
    for (let i = 0; i < frames; i++) {
      const frame = new AudioFrame(new Int16Array(FRAME).fill(100), RATE, 1, FRAME);
      this.queue.put({ requestId: 'quick', segmentId: 'quick', frame, final: i === frames - 1 });
    }
  }
}

/** Plays in real time and says what was heard, by the share of the audio that was played. */
export class Loudspeaker extends voice.AudioOutput {
  readonly #says: 'what was heard' | 'nothing';
  /** The text that plays, for the share that was heard. */
  text = '';
  #pushedMs = 0;
  #startedAt: number | undefined;
  #playing: AbortController | undefined;

  constructor(says: 'what was heard' | 'nothing') {
    super(RATE);
    this.#says = says;
  }

  get playedMs(): number {
    return this.#startedAt === undefined ? 0 : Math.min(this.#pushedMs, performance.now() - this.#startedAt);
  }

  override async captureFrame(frame: AudioFrame): Promise<void> {
    await super.captureFrame(frame);
    if (this.#startedAt === undefined) {
      this.#startedAt = performance.now();
      this.onPlaybackStarted(Date.now());
    }
    this.#pushedMs += (frame.samplesPerChannel / frame.sampleRate) * 1000;
  }

  override flush(): void {
    super.flush();
    if (this.#startedAt === undefined || this.#playing) return;
    const playing = (this.#playing = new AbortController());
    const leftMs = Math.max(0, this.#pushedMs - (performance.now() - this.#startedAt));
    delay(leftMs, undefined, { signal: playing.signal }).then(
      () => this.#finish(false),
      () => undefined,
    );
  }

  override clearBuffer(): void {
    if (this.#startedAt !== undefined) this.#finish(true);
  }

  #finish(interrupted: boolean): void {
    const { playedMs } = this;
    const share = playedMs / this.#pushedMs;
    this.#playing?.abort();
    this.#playing = undefined;
    this.#startedAt = undefined;
    this.#pushedMs = 0;
    const heard =
      this.#says === 'nothing'
        ? {}
        : { synchronizedTranscript: this.text.slice(0, Math.floor(this.text.length * share)) };
    this.onPlaybackFinished({ playbackPosition: playedMs / 1000, interrupted, ...heard });
  }
}
