import { voice } from '@livekit/agents';
import { pause } from '../../lib/retry.ts';

/**
 * From the end of the caller's words, as voice activity detection sees it, to the sentence that needs no vendor: with what the
 * detection and the way to his ear take, he hears something within three seconds.
 */
const SILENCE_MS = 2_300;
/** An answer that was begun so late may still come by itself. */
const LEAST_WAIT_MS = 300;
/** What is left to the fall-back after the last of its kind failed, before the call is given up. */
const RESCUE_MS = 4_000;

export type Failing = {
  /** The agent is to speak now, unasked. */
  begin(): void;
  stop(): void;
};

/**
 * Never leaves a caller in silence: when no answer comes, he hears a sentence that needs no vendor; when none will come,
 * the call is given up.
 *
 * @param told.onWait a sentence is due, the answer may still come
 * @param told.onAnswer the agent speaks: the sentence is to stop
 * @param told.onGivenUp no answer will come
 */
export function watchFailing(
  session: voice.AgentSession,
  told: { onWait(): void; onAnswer(): void; onGivenUp(detail: string): void },
): Failing {
  const over = new AbortController();
  let late: NodeJS.Timeout | undefined;
  let rescue: AbortController | undefined;
  let silentSince = performance.now();
  let speaking = false;
  let due = false;

  const expectAnswer = () => {
    due = true;
    clearTimeout(late);
    // Nothing is said over him.
    if (speaking) return;
    late = setTimeout(told.onWait, Math.max(LEAST_WAIT_MS, SILENCE_MS - (performance.now() - silentSince)));
  };
  const onCaller = ({ oldState, newState }: voice.UserStateChangedEvent) => {
    speaking = newState === 'speaking';
    if (speaking) clearTimeout(late);
    if (oldState !== 'speaking') return;
    silentSince = performance.now();
    if (due) expectAnswer();
  };
  const onAgent = ({ newState }: voice.AgentStateChangedEvent) => {
    if (newState === 'thinking') return expectAnswer();
    if (newState !== 'speaking') return;
    due = false;
    clearTimeout(late);
    rescue?.abort();
    rescue = undefined;
    told.onAnswer();
  };
  const onError = ({ error }: voice.ErrorEvent) => {
    if (rescue || !isFinal(error)) return;
    // An adapter reports the failure of its first voice as final although the second one takes over.
    rescue = new AbortController();
    void giveUpUnless(AbortSignal.any([rescue.signal, over.signal]), detailOf(error));
  };
  const giveUpUnless = async (answered: AbortSignal, detail: string) => {
    await pause(RESCUE_MS, answered);
    if (!answered.aborted) told.onGivenUp(detail);
  };
  session.on(voice.AgentSessionEventTypes.UserStateChanged, onCaller);
  session.on(voice.AgentSessionEventTypes.AgentStateChanged, onAgent);
  session.on(voice.AgentSessionEventTypes.Error, onError);
  return {
    begin: () => {
      silentSince = performance.now();
      expectAnswer();
    },
    stop: () => {
      over.abort();
      clearTimeout(late);
      session.off(voice.AgentSessionEventTypes.UserStateChanged, onCaller);
      session.off(voice.AgentSessionEventTypes.AgentStateChanged, onAgent);
      session.off(voice.AgentSessionEventTypes.Error, onError);
    },
  };
}

function isFinal(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'recoverable' in error && error.recoverable === false;
}

function detailOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'type' in error
    ? `no answer: ${String(error.type)}`
    : 'no answer';
}
