import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { LiveCall } from '../../live/reduce.ts';
import { useLiveCall } from '../../live/use-live.ts';

/** What was just told live is in the tables a moment later. */
const SETTLE_MS = 700;

/** What of a call that goes on means that its pages have something new. Words alone do not: they are shown as they come. */
function stampOf({ status, agentState, heardMs, signals, score }: LiveCall): string {
  return [status, agentState, heardMs.length, signals.map(({ name, at }) => name + at).join(), score].join(' ');
}

/** Keeps the page of a call that goes on up to date, and gives its live state; undefined when it is over. */
export function useFollow(callId: string): LiveCall | undefined {
  const live = useLiveCall(callId);
  const queries = useQueryClient();
  const stamp = live && stampOf(live);
  useEffect(() => {
    if (stamp === undefined) return;
    const timer = setTimeout(() => void queries.invalidateQueries({ queryKey: ['call', callId] }), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [stamp, callId, queries]);
  return live;
}
