const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** What shells give a program that Ctrl-C ended. */
export const INTERRUPTED_EXIT_CODE = 130;
/** npm passes on the Ctrl-C that the terminal has sent already; these two are one. */
const SAME_PRESS_MS = 500;
const PARENT_POLL_MS = 500;

/**
 * Aborts at the first Ctrl-C, kill or closed terminal, so that what runs can be stopped in order. At the second the
 * process exits at once; its children notice and end by themselves. `watchParent`: abort also when the parent is gone,
 * for a shell between npm and this process that was killed does not pass the signal on.
 */
export function untilInterrupted({ watchParent = false } = {}): { signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  let abortedAt = 0;
  const abort = () => {
    abortedAt = performance.now();
    controller.abort();
  };
  const onSignal = () => {
    if (!controller.signal.aborted) abort();
    else if (performance.now() - abortedAt > SAME_PRESS_MS) process.exit(INTERRUPTED_EXIT_CODE);
  };
  for (const name of SIGNALS) process.on(name, onSignal);

  const parent = process.ppid;
  const onPoll = () => process.ppid !== parent && !controller.signal.aborted && abort();
  const poll = watchParent ? setInterval(onPoll, PARENT_POLL_MS).unref() : undefined;
  return {
    signal: controller.signal,
    release: () => {
      clearInterval(poll);
      for (const name of SIGNALS) process.off(name, onSignal);
    },
  };
}

/** Resolves when the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
