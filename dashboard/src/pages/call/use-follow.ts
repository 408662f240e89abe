import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { LiveCall } from '../../live/reduce.ts';
import { useLiveCall } from '../../live/use-live.ts';

/** What was just told live is in the tables a moment later. */
const SETTLE_MS = 700;
/** Words come many times a second, and every reading of a transcript is logged: it is read when they pause. */
const PAUSE_MS = 1500;

/** What of a call that goes on means that all of its page has something new. */
function stampOf({ status, agentState, heardMs, signals, score }: LiveCall): string {
  return [status, agentState, heardMs.length, signals.map(({ name, at }) => name + at).join(), score].join(' ');
}

/** Keeps the page of a call that goes on up to date, and gives its live state; undefined when it is over. */
export function useFollow(callId: string): LiveCall | undefined {
  const live = useLiveCall(callId);
  useAskAgain(callId, live && stampOf(live), SETTLE_MS);
  useAskAgain(callId, live && `${live.lastCallerText} ${live.lastAgentText}`, PAUSE_MS);
  return live;
}

/** Asks for all of the call again when the stamp has changed and then stayed for a while. */
function useAskAgain(callId: string, stamp: string | undefined, afterMs: number): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (stamp === undefined) return;
    const timer = setTimeout(() => void queries.invalidateQueries({ queryKey: ['call', callId] }), afterMs);
    return () => clearTimeout(timer);
  }, [stamp, callId, afterMs, queries]);
}
