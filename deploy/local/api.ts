import path from 'node:path';
import { startProcess, type Running } from './process.ts';
import type { Supervision } from './supervision.ts';

/** The api with the dashboard; `env` says where broker and store are. */
export async function startApi(
  { state, env, ...supervision }: Supervision,
  port: number,
): Promise<{ process: Running; url: string }> {
  const url = `http://127.0.0.1:${port}`;
  const process = await startProcess({
    name: 'api',
    command: { script: 'api/main' },
    env: { ...env, API_HOST: '127.0.0.1', API_PORT: String(port), EARSHOT_PUBLIC_URL: url },
    cwd: state.dir,
    logFile: path.join(state.logs, 'api.log'),
    ...supervision,
  });
  return { process, url };
}
