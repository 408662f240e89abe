import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Lane } from '../../events/subjects.ts';
import { messageOf } from '../../lib/errors.ts';
import type { Log } from '../../lib/log.ts';
import { createTurns } from '../../lib/turns.ts';
import type * as work from './work.ts';

type Work = typeof work;
type Done<Name extends keyof Work> = Awaited<ReturnType<Work[Name]>>;

export type ThreadPool = {
  /** @throws Error when the work throws, takes too long or ends the thread; the signal's reason, when it aborts */
  run<Name extends keyof Work>(name: Name, task: Parameters<Work[Name]>[0], lane: Lane): Promise<Done<Name>>;
  /** When the thread can work at once. Never rejects: one that cannot start fails what waits for it. */
  started: Promise<void>;
  /** Ends the thread, whatever it does. */
  close(): Promise<void>;
};

export type PoolOptions = {
  config: work.ThreadConfig;
  log: Log;
  signal: AbortSignal;
  /** What is done in the thread; `work.ts` unless given. */
  file?: string;
  mostMs?: number;
};

const here = fileURLToPath(import.meta.url);
const extension = path.extname(here);
/** Beside this file: of the sources when run by tsx, of the build when built. */
const WORK = path.join(path.dirname(here), `work${extension}`);
const LOADER = extension === '.ts' ? ['--import', new URL('./tsx.mjs', import.meta.url).href] : [];

/** Where the processor is short the thread has a tenth of what the event loop has. Only on Linux a thread has its own. */
const NICE = process.platform === 'linux' ? 10 : 0;
/** Rules read four hours of talk in a few seconds, on a busy machine in several times that. The thread's start counts too. */
const MOST_MS = 60_000;
const MOST_MB = 512;

/** One thread, one work at a time. It starts at once, so that the first call does not wait for it, and anew where it has ended. */
export function openPool({ config, log, signal, file = WORK, mostMs = MOST_MS }: PoolOptions): ThreadPool {
  const inTurn = createTurns<Lane>(['hot', 'standard', 'again']);
  const pool = new Piscina({
    filename: file,
    execArgv: LOADER,
    workerData: config,
    minThreads: 1,
    maxThreads: 1,
    idleTimeout: Infinity,
    niceIncrement: NICE,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MB },
    recordTiming: false,
  });
  let running: AbortController | undefined;
  signal.addEventListener('abort', () => running?.abort(signal.reason));
  // Of a thread that cannot start the pool tells only this way, and the work would wait for ever.
  pool.on('error', (error) => running?.abort(error));

  async function runNow<Name extends keyof Work>(name: Name, task: Parameters<Work[Name]>[0]): Promise<Done<Name>> {
    signal.throwIfAborted();
    const over = new AbortController();
    running = over;
    const timer = setTimeout(() => over.abort(new Error(`not done after ${mostMs / 1_000} s`)), mostMs);
    try {
      return (await pool.run(task, { name, signal: over.signal })) as Done<Name>;
    } catch (error) {
      signal.throwIfAborted();
      const cause: unknown = over.signal.aborted ? over.signal.reason : error;
      log.warn({ work: name, error: messageOf(cause) }, 'work in the thread failed');
      throw new Error(`in the analysis thread: ${messageOf(cause)}`, { cause: error });
    } finally {
      clearTimeout(timer);
      running = undefined;
    }
  }

  return {
    run: (name, task, lane) => inTurn(lane, () => runNow(name, task)),
    // The one thing that a thread says of itself; or that it cannot start.
    started: new Promise((resolve) => {
      pool.once('message', () => resolve());
      pool.once('error', () => resolve());
    }),
    close: () => pool.destroy(),
  };
}
