import { voice } from '@livekit/agents';
import { within } from '../../lib/retry.ts';

/** So long may an answer take to stop; one that hangs must not keep the call. */
const LONGEST_STOP_MS = 2_000;

/** What the agent says. */
export type Speeches = {
  /** What it is saying now; of what waits, nothing. */
  current(): voice.SpeechHandle | undefined;
  /**
   * Stops it, and resolves when what was heard of it is committed. A session that is closed in the middle of an answer commits words
   * that nobody heard, or, while the voice still comes in, none at all.
   */
  cutShort(): Promise<void>;
};

export function watchSpeeches(session: voice.AgentSession): Speeches {
  const open = new Set<voice.SpeechHandle>();
  session.on(voice.AgentSessionEventTypes.SpeechCreated, ({ speechHandle }) => {
    open.add(speechHandle);
    speechHandle.addDoneCallback(() => open.delete(speechHandle));
  });
  // A speculative answer is not scheduled: it is not heard, and it never ends.
  const scheduled = () => [...open].filter((speech) => speech.scheduled);
  return {
    current: () => scheduled().find(({ interrupted }) => !interrupted),
    cutShort: async () => {
      await within(
        LONGEST_STOP_MS,
        Promise.allSettled(scheduled().map((speech) => speech.interrupt(true).waitForPlayout())),
      );
    },
  };
}
