import path from 'node:path';
import { DATABASE } from './prepare.ts';
import { startProcess, type Running } from './process.ts';
import type { Supervision } from './supervision.ts';

/** The engine's calls block threads of Node's pool; with the default of 4, queries would wait for one another. */
const THREADS = '16';

/** The local store: the ClickHouse engine in a process of its own, behind ClickHouse's HTTP interface. */
export async function startStore(
  { state, env, ...supervision }: Supervision,
  port: number,
): Promise<{ process: Running; url: string }> {
  const process = await startProcess({
    name: 'store',
    command: { script: 'clickhouse/local/main' },
    env: {
      ...env,
      CHDB_PATH: state.clickhouse,
      CLICKHOUSE_DATABASE: DATABASE,
      LISTEN: '127.0.0.1',
      PORT: String(port),
      UV_THREADPOOL_SIZE: THREADS,
    },
    cwd: state.dir,
    logFile: path.join(state.logs, 'store.log'),
    ...supervision,
  });
  return { process, url: `http://127.0.0.1:${port}` };
}
