import { useRef, useState } from 'react';
import type { LiveCall } from '../../live/reduce.ts';

type Calm = {
  /** On the line, or still shown there. */
  calls: LiveCall[];
  /** That ended a moment ago. */
  ended: LiveCall[];
  /** New calls that are held back. */
  waiting: number;
  release: () => void;
  /** For the element of the list. */
  hold: Record<'onPointerEnter' | 'onPointerLeave' | 'onFocus' | 'onBlur', () => void>;
};

/**
 * Newest first; but while the pointer or the focus is in the list no row comes or goes above what somebody is about
 * to press: new calls wait and are counted, ended ones stay where they were.
 */
export function useCalmOrder(all: readonly LiveCall[]): Calm {
  const [held, setHeld] = useState<readonly LiveCall[]>();
  const newest = all.filter(({ endedAt }) => endedAt === null).toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  const ended = all.filter(({ endedAt }) => endedAt !== null).toSorted((a, b) => byEnd(b) - byEnd(a));
  const latest = useRef(newest);
  latest.current = newest;
  const keep = () => setHeld((now) => now ?? latest.current);
  const release = () => setHeld(undefined);
  const hold = { onPointerEnter: keep, onPointerLeave: release, onFocus: keep, onBlur: release };
  if (held === undefined) return { calls: newest, ended, waiting: 0, release, hold };

  const isHeld = (call: LiveCall) => held.some(({ callId }) => callId === call.callId);
  const known = new Map(all.map((call) => [call.callId, call]));
  const shown = held.map((call) => known.get(call.callId) ?? call);
  const waiting = newest.filter((call) => !isHeld(call)).length;
  const others = ended.filter((call) => !isHeld(call));
  return { calls: shown, ended: others, waiting, release: () => setHeld(latest.current), hold };
}

const byEnd = ({ endedAt }: LiveCall) => Date.parse(endedAt ?? '');
