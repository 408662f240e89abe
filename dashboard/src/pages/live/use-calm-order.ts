import { useRef, useState } from 'react';
import type { LiveCall } from '../../live/reduce.ts';

type Calm = {
  calls: LiveCall[];
  /** New calls that are held back. */
  waiting: number;
  release: () => void;
  /** For the element of the list. */
  hold: Record<'onPointerEnter' | 'onPointerLeave' | 'onFocus' | 'onBlur', () => void>;
};

/**
 * Newest first; but while the pointer or the focus is in the list no row comes or goes above what somebody is about
 * to press: new calls wait and are counted, ended ones stay.
 */
export function useCalmOrder(calls: readonly LiveCall[]): Calm {
  const [held, setHeld] = useState<readonly LiveCall[]>();
  const newest = calls.toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  const latest = useRef(newest);
  latest.current = newest;
  const keep = () => setHeld((now) => now ?? latest.current);
  const release = () => setHeld(undefined);
  const hold = { onPointerEnter: keep, onPointerLeave: release, onFocus: keep, onBlur: release };
  if (held === undefined) return { calls: newest, waiting: 0, release, hold };

  const known = new Map(newest.map((call) => [call.callId, call]));
  const shown = held.map((call) => known.get(call.callId) ?? call);
  const waiting = newest.filter((call) => !held.some(({ callId }) => callId === call.callId)).length;
  return { calls: shown, waiting, release: () => setHeld(latest.current), hold };
}
