import type { voice } from '@livekit/agents';
import { label, onClock, text } from './values.ts';
import type { Watch } from './watch.ts';

/** Provisional transcripts come many times a second; the newest of each quarter is enough. */
const INTERIM_EVERY_MS = 250;

/** What the recogniser heard, and which of it no item has taken up yet: at the end, the caller's last words. */
export class Transcripts {
  readonly #watch: Watch;
  /** Of the last final transcript. */
  language: string | undefined;
  #finals: string[] = [];
  #interim = '';
  #speaking = false;
  #held: voice.UserInputTranscribedEvent | undefined;
  #lastInterimAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  constructor(watch: Watch) {
    this.#watch = watch;
    watch.on('user_input_transcribed', (event) => this.#transcribed(event));
    watch.on('user_state_changed', ({ newState }) => {
      // At the end the SDK takes the microphone away and clears up; that is not the caller who falls silent.
      if (watch.closing() && watch.session.input.audio === null) return;
      this.#speaking = newState === 'speaking';
    });
    watch.on('user_transcription_timeout', ({ speechDuration, vadSpeechStartedAt }) =>
      watch.publish('caller.unheard', {
        speechStartedAt: onClock(watch.clock, vadSpeechStartedAt),
        speechDurationMs: speechDuration,
      }),
    );
    watch.onDetach(() => clearTimeout(this.#timer));
  }

  /**
   * The caller's words became an item. When that is the end of the call in the middle of his sentence, the item holds
   * what had been recognised so far, and is marked. The recogniser is no witness of that: the SDK feeds it silence at
   * the end, so that it may finish its sentence.
   */
  committed(closing: boolean): 'unknown' | undefined {
    const midSentence = closing && (this.#speaking || this.#interim !== '');
    if (closing && this.#interim !== '') this.lastWords();
    this.#finals = [];
    if (closing) this.#interim = '';
    return midSentence ? 'unknown' : undefined;
  }

  /** Publishes the words that no item took up, once. */
  lastWords(): void {
    const words = [...this.#finals, this.#interim].join(' ').trim();
    this.#finals = [];
    this.#interim = '';
    this.#drop();
    if (words !== '') this.#publish(words, true, this.language ?? null, { cutOff: true });
  }

  #transcribed(event: voice.UserInputTranscribedEvent): void {
    if (event.transcript === '') return;
    if (event.isFinal) {
      this.#drop();
      this.#interim = '';
      this.#finals.push(event.transcript);
      this.language = event.language ?? this.language;
      this.#publishEvent(event);
      return;
    }
    this.#interim = event.transcript;
    this.#held = event;
    const waitMs = this.#lastInterimAt + INTERIM_EVERY_MS - performance.now();
    if (waitMs <= 0) this.#publishHeld();
    else
      this.#timer ??= setTimeout(
        this.#watch.guard('interim transcript', () => this.#publishHeld()),
        waitMs,
      ).unref();
  }

  #publishHeld(): void {
    const event = this.#held;
    this.#drop();
    this.#lastInterimAt = performance.now();
    if (event) this.#publishEvent(event);
  }

  #drop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#held = undefined;
  }

  #publishEvent({ transcript, isFinal, language, speakerId }: voice.UserInputTranscribedEvent): void {
    this.#publish(transcript, isFinal, language, speakerId === null ? {} : { speakerId: label(speakerId) });
  }

  #publish(
    words: string,
    isFinal: boolean,
    language: string | null,
    more: { cutOff?: true; speakerId?: string },
  ): void {
    const cut = text(words);
    if (cut.truncated) this.#watch.degraded('text_cut', 'transcript');
    this.#watch.publish('caller.transcribed', {
      text: cut.text,
      isFinal,
      language: language === null ? null : label(language),
      ...more,
    });
  }
}
