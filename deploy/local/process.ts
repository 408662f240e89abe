import { messageOf } from '../../lib/errors.ts';
import { backOffMs, pause } from '../../lib/retry.ts';
import { startChild, type Child, type ChildSpec } from './child.ts';

export type ProcessSpec = ChildSpec & {
  /** Told when the process ended by itself; it is started again, on the same port, after `waitMs`. */
  onDeath?: (event: { name: string; how: string; waitMs: number }) => void;
  /** Told when one serves again after a death. */
  onReturn?: (event: { name: string; pid: number | undefined }) => void;
  /** Gives the start up. */
  signal?: AbortSignal | undefined;
  stopDeadlineMs?: number;
};

/** A supervised process: when it dies it comes back, until it is stopped. */
export type Running = {
  readonly name: string;
  /** The one that runs now; undefined between death and return. */
  pid(): number | undefined;
  stop(): Promise<void>;
};

const STOP_DEADLINE_MS = 12_000;
/** A process that served this long died of something new: it is started again at once. */
const STEADY_MS = 10_000;

/** @throws EarshotError `process_failed` when the first start fails; later ones are tried again for good. */
export async function startProcess(spec: ProcessSpec): Promise<Running> {
  const stopping = new AbortController();
  const giveUp = spec.signal ? AbortSignal.any([stopping.signal, spec.signal]) : stopping.signal;
  let current: Child | undefined = await startChild(spec, giveUp);
  const supervised = supervise(current);

  return {
    name: spec.name,
    pid: () => current?.pid(),
    stop: async () => {
      stopping.abort();
      await current?.end(spec.stopDeadlineMs ?? STOP_DEADLINE_MS);
      await supervised;
    },
  };

  async function supervise(first: Child): Promise<void> {
    let next: Child | string = first;
    let deaths = 0;
    for (;;) {
      const startedAt = performance.now();
      const how: string = typeof next === 'string' ? next : await next.exited;
      current = undefined;
      if (stopping.signal.aborted) return;
      deaths = performance.now() - startedAt > STEADY_MS ? 0 : deaths + 1;
      const waitMs = backOffMs(deaths - 1);
      spec.onDeath?.({ name: spec.name, how, waitMs });
      await pause(waitMs, stopping.signal);
      if (stopping.signal.aborted) return;
      next = await restart();
    }
  }

  /** The process that serves again, or why there is none. */
  async function restart(): Promise<Child | string> {
    try {
      current = await startChild(spec, giveUp);
      spec.onReturn?.({ name: spec.name, pid: current.pid() });
      return current;
    } catch (error) {
      return messageOf(error);
    }
  }
}
