import type { Call, Utterance } from './calls.ts';

/** Root mean square above which a piece of audio is speech. */
const SPEECH_LEVEL = 60;
const END_OF_SPEECH_MS = 300;
const INTERIM_EVERY_MS = 500;
/** Words are told a little early, since a piece is 100 ms long and begins anywhere in a word. */
const TOLERANCE_MS = 150;

export type Told = { words: string[]; isFinal: boolean; atMs: number };

/**
 * What a recogniser makes of a call's audio. It knows from the announcements what is said, and tells as many words as the
 * speech that it received has room for, so that half an utterance gives half of its words.
 */
export class Hearing {
  readonly #call: Call;
  #streamMs = 0;
  #hearing = false;
  #quietMs = 0;
  /** Position in the utterance up to which there was speech. */
  #voicedMs = 0;
  #interimAtMs = 0;

  constructor(call: Call) {
    this.#call = call;
  }

  /** All audio so far. */
  get streamMs(): number {
    return this.#streamMs;
  }

  /** Takes a piece of 16-bit audio that lasted so long; gives what is to be told now. */
  take(audio: Buffer, lastedMs: number): { started: boolean; told: Told | undefined } {
    this.#streamMs += lastedMs;
    if (loudness(audio) > SPEECH_LEVEL) {
      const started = this.#voice(lastedMs);
      return { started, told: this.#interim() };
    }
    if (this.#hearing) this.#quietMs += lastedMs;
    return { started: false, told: this.#quietMs >= END_OF_SPEECH_MS ? this.finish() : undefined };
  }

  /** The end of the speech: what was not told yet, for good. Undefined when nobody was speaking. */
  finish(): Told | undefined {
    if (!this.#hearing) return undefined;
    const utterance = currentUtterance(this.#call);
    const told = this.#tell(utterance, true);
    if (utterance) {
      utterance.heardMs = this.#voicedMs + this.#quietMs;
      utterance.told += told.words.length;
      utterance.done = utterance.told >= utterance.words.length;
    }
    this.#hearing = false;
    this.#quietMs = 0;
    return told;
  }

  #voice(lastedMs: number): boolean {
    const started = !this.#hearing;
    if (started) this.#voicedMs = this.#interimAtMs = currentUtterance(this.#call)?.heardMs ?? 0;
    this.#hearing = true;
    this.#voicedMs += this.#quietMs + lastedMs;
    this.#quietMs = 0;
    return started;
  }

  #interim(): Told | undefined {
    if (this.#voicedMs - this.#interimAtMs < INTERIM_EVERY_MS) return undefined;
    this.#interimAtMs = this.#voicedMs;
    const told = this.#tell(currentUtterance(this.#call), false);
    return told.words.length > 0 ? told : undefined;
  }

  #tell(utterance: Utterance | undefined, isFinal: boolean): Told {
    const words = utterance ? wordsHeard(utterance, this.#voicedMs) : [];
    return { words, isFinal, atMs: Math.max(0, this.#streamMs - this.#voicedMs) };
  }
}

/** The utterance that is being said: an unfinished one gives way as soon as the caller says something new. */
function currentUtterance(call: Call): Utterance | undefined {
  const open = call.utterances.filter(({ done }) => !done);
  for (const stale of open.slice(0, -1)) stale.done = true;
  return open.at(-1);
}

function wordsHeard(utterance: Utterance, voicedMs: number): string[] {
  const whole = voicedMs + 2 * TOLERANCE_MS >= utterance.durationMs;
  const heard = utterance.words.filter(({ endMs }) => whole || endMs <= voicedMs + TOLERANCE_MS);
  return heard.slice(utterance.told).map(({ text }) => text);
}

function loudness(audio: Buffer): number {
  let sum = 0;
  for (let at = 0; at + 1 < audio.length; at += 2) sum += audio.readInt16LE(at) ** 2;
  return Math.sqrt(sum / Math.max(1, audio.length / 2));
}
