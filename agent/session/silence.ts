import { voice } from '@livekit/agents';
import { pause } from '../../lib/retry.ts';
import type { AgentDocument } from '../config/document.ts';
import { endCall } from './ending.ts';
import type { CallRecord } from './record.ts';

/**
 * Asks a caller who says nothing whether he is there, each time after the same silence, and ends the call when no
 * answer comes. Any word of his stops it. The session itself reports the first silence (`away`).
 */
export function watchSilence(
  session: voice.AgentSession,
  settings: AgentDocument['silence'],
  record: CallRecord,
): void {
  let asking: AbortController | undefined;

  session.on(voice.AgentSessionEventTypes.UserStateChanged, ({ newState }) => {
    if (newState === 'speaking') asking?.abort();
    if (newState !== 'away') return;
    asking = new AbortController();
    // It may be about to speak when the session closes.
    askThenEnd(asking.signal).catch(() => undefined);
  });
  session.on(voice.AgentSessionEventTypes.Close, () => asking?.abort());

  async function askThenEnd(signal: AbortSignal): Promise<void> {
    for (const question of settings.questions) {
      if (signal.aborted) return;
      await session.say(question).waitForPlayout();
      await pause(settings.afterMs, signal);
    }
    if (signal.aborted) return;
    await endCall(session, record, { goodbye: settings.goodbye, detail: 'the caller said nothing' });
  }
}
