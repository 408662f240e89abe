import { useSyncExternalStore } from 'react';
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

export function useLiveStatus(): SourceStatus {
  return useSyncExternalStore(subscribe, () => getSnapshot().status);
}
