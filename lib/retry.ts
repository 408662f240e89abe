import { EarshotError, type Retriable } from './errors.ts';

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;

/** Growing waits: 100 ms, 200 ms, … up to 5 s. */
export function backOffMs(attempt: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, attempt));
}

/** Whether trying again helps; what is no `EarshotError` is unknown. */
export function retriable(error: unknown): Retriable {
  return error instanceof EarshotError ? error.retriable : 'unknown';
}

/** Resolves after `ms`, at once when the signal aborts; never rejects. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
  });
}
