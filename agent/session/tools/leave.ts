import type { voice } from '@livekit/agents';
import { within } from '../../../lib/retry.ts';

/** Longer than any last sentence; a voice that fails must not keep the call. */
export const LONGEST_WORDS_MS = 15_000;

/**
 * Lets the caller hear the last words, which nothing interrupts, and closes the session. Mark the ending before: whoever
 * hangs up meanwhile did not end the call.
 */
export async function sayAndLeave({ session }: Pick<voice.RunContext, 'session'>, words: string): Promise<void> {
  let said = false;
  try {
    said = await within(LONGEST_WORDS_MS, session.say(words, { allowInterruptions: false }).waitForPlayout());
  } finally {
    // To drain is to wait for them once more.
    session.shutdown({ drain: said });
  }
}
