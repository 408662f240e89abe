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

/** Whether the input is to blame: it can never work, or brings out a bug. Not an outage, not a wrong set-up. */
export function inputAtFault(error: unknown): boolean {
  return !(error instanceof EarshotError) || error.retriable === 'no';
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

/** Waits for the work, `ms` at most. False when it was not done by then; its failure is thrown. */
export async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  const over = new AbortController();
  try {
    return await Promise.race([work.then(() => true), pause(ms, over.signal).then(() => false)]);
  } finally {
    over.abort();
  }
}

/**
 * Tries until it works: for outages, which are nobody's fault. Only errors that say that trying again helps are tried
 * again; every other one is thrown.
 *
 * @param onWait called before each wait with the error and the number of failures so far.
 * @throws the last error when `signal` aborts.
 */
export async function keepTrying<T>(
  work: () => Promise<T>,
  options: { signal?: AbortSignal; onWait?: (error: unknown, failures: number) => void } = {},
): Promise<T> {
  for (let failures = 1; ; failures++) {
    try {
      return await work();
    } catch (error) {
      if (retriable(error) !== 'yes' || options.signal?.aborted) throw error;
      options.onWait?.(error, failures);
      await pause(backOffMs(failures), options.signal);
      if (options.signal?.aborted) throw error;
    }
  }
}
