import { voice } from '@livekit/agents';
import { pause } from '../../lib/retry.ts';
import type { AgentDocument } from '../config/document.ts';
import { endCall } from './ending.ts';
import type { CallRecord } from './record.ts';

const MINUTE_MS = 60_000;

/** Ends a call that reaches its longest length, with a warning before: nobody is cut off without a word. */
export function watchLength(
  session: voice.AgentSession,
  { limits, goodbye }: Pick<AgentDocument, 'limits' | 'goodbye'>,
  record: CallRecord,
): { begin(): void } {
  const over = new AbortController();
  session.on(voice.AgentSessionEventTypes.Close, () => over.abort());
  const longestMs = limits.maxCallMinutes * MINUTE_MS;
  const warnBeforeMs = Math.min(MINUTE_MS, longestMs / 2);

  const warnThenEnd = async () => {
    await pause(longestMs - warnBeforeMs, over.signal);
    if (over.signal.aborted) return;
    session.say(limits.warning);
    await pause(warnBeforeMs, over.signal);
    if (over.signal.aborted) return;
    await endCall(session, record, { goodbye, detail: `the call reached ${limits.maxCallMinutes} minutes` });
  };
  // It may be about to speak when the session closes.
  return { begin: () => void warnThenEnd().catch(() => undefined) };
}
