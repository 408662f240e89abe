import path from 'node:path';
import { startProcess, type Running } from './process.ts';
import type { Supervision } from './supervision.ts';

/** One analytics worker; `env` says where broker and store are. */
export async function startWorker(
  { state, env, ...supervision }: Supervision,
  port: number,
  index = 0,
): Promise<{ process: Running; url: string }> {
  const name = index === 0 ? 'worker' : `worker-${index + 1}`;
  const process = await startProcess({
    name,
    command: { script: 'analytics-worker/main' },
    env: { ...env, WORKER_HOST: '127.0.0.1', WORKER_PORT: String(port) },
    cwd: state.dir,
    logFile: path.join(state.logs, `${name}.log`),
    ...supervision,
  });
  return { process, url: `http://127.0.0.1:${port}` };
}
