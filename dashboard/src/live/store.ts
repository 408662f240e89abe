import { EMPTY, opened, reduce, type LiveMessage, type LiveState } from './reduce.ts';
import { connect, type SourceStatus } from './source.ts';

/** Words come many times a second: the page is told at most this often. */
const TELL_EVERY_MS = 80;

type Snapshot = LiveState & { status: SourceStatus };

let snapshot: Snapshot = { ...EMPTY, status: 'connecting' };
let waiting: LiveMessage[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
let disconnect: (() => void) | undefined;
const listeners = new Set<() => void>();

function publish(next: Snapshot): void {
  snapshot = next;
  for (const tell of listeners) tell();
}

function flush(): void {
  timer = undefined;
  const messages = waiting;
  waiting = [];
  let state: LiveState = snapshot;
  for (const message of messages) state = reduce(state, message);
  publish({ ...state, status: snapshot.status });
}

function onMessage(message: LiveMessage): void {
  waiting.push(message);
  timer ??= setTimeout(flush, TELL_EVERY_MS);
}

function onStatus(status: SourceStatus): void {
  flush();
  publish({ ...(status === 'open' ? opened(snapshot) : snapshot), status });
}

/** A page that is not the live one shows its own numbers first: so long the stream, and what lies below, waits, ms. */
export const AFTER_FIRST_VIEW_MS = 1500;

/** One stream for all that listen; opened by the first, closed after the last. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  disconnect ??= location.pathname === '/' ? open() : openLater();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    disconnect?.();
    disconnect = undefined;
  };
}

const open = () => connect('/v1/live', { onMessage, onStatus });

function openLater(): () => void {
  const timeout = setTimeout(() => (disconnect = open()), AFTER_FIRST_VIEW_MS);
  return () => clearTimeout(timeout);
}

export const getSnapshot = (): Snapshot => snapshot;
