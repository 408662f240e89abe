import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { EarshotError } from '../../lib/errors.ts';
import type { CallOutcome } from './outcome.ts';
import type { Progress } from './progress.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const PRELOAD = new URL('./preload.mjs', import.meta.url).href;

export type CallerProcess = {
  pid: number;
  /** Resolves when all is loaded and the call begins, or the process has ended. */
  ready: Promise<void>;
  /** Lets a call begin that was held. */
  begin(): void;
  /** What the call came to; rejects when the process ends without having said. */
  ended: Promise<CallOutcome>;
  kill(signal?: NodeJS.Signals): void;
};

export type StartCallerOptions = {
  /** Name of a scenario, or path of one. */
  scenario: string;
  call?: string;
  /** Wait for `begin` when all is loaded. */
  hold?: boolean;
  /** Use the real vendors whose keys are in the environment. */
  realVendors?: boolean;
  /** What the process reads, `EARSHOT_VENDORS_URL` at least. */
  env: Record<string, string | undefined>;
  onProgress?(progress: Progress): void;
};

/** One call in a process of its own, as a LiveKit job is; it ends with this process. */
export function startCaller(options: StartCallerOptions): CallerProcess {
  const { scenario, call, hold, realVendors, env, onProgress } = options;
  const flags = [...(hold ? ['--hold'] : []), ...(realVendors ? ['--vendors'] : [])];
  const args = ['--scenario', scenario, ...(call ? ['--call', call] : []), ...flags];
  const child = fork(MAIN, args, {
    execArgv: ['--import', PRELOAD, '--import', 'tsx'],
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<CallOutcome>((resolve, reject) => {
    let why = '';
    child.on('message', (progress: Progress) => {
      onProgress?.(progress);
      if (progress.phase === 'ended') resolve(progress.outcome);
      if (progress.phase === 'failed') why = `: ${progress.message}`;
    });
    child.once('exit', (code, signal) => {
      const message = `ended with ${signal ?? `code ${code}`}${why}`;
      reject(
        new EarshotError({
          code: 'call_failed',
          field: scenario,
          message,
          fix: `run it alone: node --import tsx test/callers/main.ts --scenario ${scenario}`,
        }),
      );
    });
  });
  const ready = new Promise<void>((resolve) => {
    child.on('message', (progress: Progress) => progress.phase === 'ready' && resolve());
    child.once('exit', () => resolve());
  });
  const begin = () => void (child.connected && child.send('begin'));
  return { pid: child.pid ?? 0, ready, begin, ended, kill: (signal = 'SIGTERM') => void child.kill(signal) };
}
