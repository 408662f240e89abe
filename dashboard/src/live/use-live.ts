import { useEffect, useState, useSyncExternalStore } from 'react';
import type { LiveCall, Pulse } from './reduce.ts';
import type { SourceStatus } from './source.ts';
import { getSnapshot, subscribe } from './store.ts';

/** The calls that go on or ended a minute ago, by id; renders again when any of them moves. */
export function useLive(): ReadonlyMap<string, LiveCall> {
  return useSyncExternalStore(subscribe, () => getSnapshot().calls);
}

/** One of them; undefined when it is not on. */
export function useLiveCall(callId: string): LiveCall | undefined {
  return useSyncExternalStore(subscribe, () => getSnapshot().calls.get(callId));
}

/** The strip of the live page and the pipeline's lag; undefined before the first. */
export function usePulse(): Pulse | undefined {
  return useSyncExternalStore(subscribe, () => getSnapshot().pulse);
}

/** A stream that is cut for a moment comes back by itself, unnoticed. */
const LOST_MS = 3000;

/** Whether the stream has been cut for so long that what it told last says nothing of now. */
export function useLost(): boolean {
  const isCut = useLiveStatus() === 'reconnecting';
  const [lost, setLost] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLost(isCut), isCut ? LOST_MS : 0);
    return () => clearTimeout(timer);
  }, [isCut]);
  return lost && isCut;
}

export function useLiveStatus(): SourceStatus {
  return useSyncExternalStore(subscribe, () => getSnapshot().status);
}
