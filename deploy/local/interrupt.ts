import { lineageOf } from '../../lib/live-process.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** What shells give a program that Ctrl-C ended. */
export const INTERRUPTED_EXIT_CODE = 130;
/** npm passes on the Ctrl-C that the terminal has sent already; these two are one. */
const SAME_PRESS_MS = 500;
const PARENT_POLL_MS = 500;

/**
 * Aborts at the first Ctrl-C, kill or closed terminal, so that what runs can be stopped in order. At the second the
 * process exits at once; its children notice and end by themselves. `byNpm`: aborts also when npm is gone, for the shell
 * that npm puts between does not pass a signal on.
 */
export function untilInterrupted({ byNpm = false } = {}): { signal: AbortSignal; release(): void } {
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

  const isOrphaned = byNpm ? watchNpm() : () => false;
  const poll = setInterval(() => isOrphaned() && !controller.signal.aborted && abort(), PARENT_POLL_MS).unref();
  return {
    signal: controller.signal,
    release: () => {
      clearInterval(poll);
      for (const name of SIGNALS) process.off(name, onSignal);
    },
  };
}

/** Tells whether the shell that npm started us with, or npm itself, has gone since. */
function watchNpm(): () => boolean {
  const shell = process.ppid;
  const npm = lineageOf(shell)?.parent ?? 0;
  const isNpm = /\b(npm|pnpm|yarn|node)\b/.test(lineageOf(npm)?.command ?? '');
  return () => process.ppid !== shell || (isNpm && lineageOf(shell)?.parent !== npm);
}

/** Resolves when the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
