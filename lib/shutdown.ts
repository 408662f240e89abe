import type { Log } from './log.ts';
import { messageOf } from './errors.ts';
import { within } from './retry.ts';

/** A step of the ordered shutdown: stop intake first, close connections last. */
export type ShutdownStep = { name: string; run(): Promise<void> | void };

export type Shutdown = {
  /** Steps run in the order in which they were added. */
  add(name: string, run: ShutdownStep['run']): void;
  /** Runs the steps once; later calls wait for the same run. */
  run(reason: string): Promise<void>;
};

const DEADLINE_MS = 10_000;

/** Collects a process's shutdown steps. A step that fails does not keep the later ones from running. */
export function createShutdown(log: Log, deadlineMs = DEADLINE_MS): Shutdown {
  const steps: ShutdownStep[] = [];
  let running: Promise<void> | undefined;

  async function runAll(reason: string): Promise<void> {
    log.info({ reason, steps: steps.length }, 'shutdown started');
    for (const step of steps) {
      try {
        await step.run();
      } catch (error) {
        log.error({ step: step.name, error: messageOf(error) }, 'shutdown step failed');
      }
    }
    log.info({ reason }, 'shutdown finished');
  }

  return {
    add: (name, run) => void steps.push({ name, run }),
    run: (reason) => (running ??= withDeadline(runAll(reason), deadlineMs, log)),
  };
}

async function withDeadline(work: Promise<void>, deadlineMs: number, log: Log): Promise<void> {
  if (!(await within(deadlineMs, work))) log.error({ deadlineMs }, 'shutdown deadline passed');
}

/**
 * Exits in order on SIGTERM, SIGINT and when the parent goes away; a second signal exits at once. Local processes are
 * started with an IPC channel, so that a launcher that dies without a word (kill -9) takes its children along.
 */
export function exitOnSignal(shutdown: Shutdown): void {
  let stopping = false;
  const stop = (reason: string) => {
    if (stopping && reason !== 'disconnect') process.exit(1);
    if (stopping) return;
    stopping = true;
    void shutdown.run(reason).finally(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(signal));
  if (!process.send) return;
  process.on('disconnect', () => stop('disconnect'));
  // The parent may have gone while this process was still starting.
  if (!process.connected) stop('disconnect');
}
