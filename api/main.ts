import { createStore } from '../clickhouse/client.ts';
import { storeSettings } from '../clickhouse/env.ts';
import { assertMigrated } from '../clickhouse/migrated.ts';
import { describeProblem, EarshotError, messageOf } from '../lib/errors.ts';
import { createLog } from '../lib/log.ts';
import { createShutdown, exitOnSignal } from '../lib/shutdown.ts';
import { readApiEnv } from './env.ts';
import { startApi } from './server.ts';

/** The api process: wiring and signals. Any number of them may run. */
async function main(): Promise<void> {
  const env = readApiEnv();
  const log = createLog('api', { level: env.LOG_LEVEL });
  const shutdown = createShutdown(log);
  exitOnSignal(shutdown);
  const store = createStore(storeSettings(env));
  await assertMigrated(store);
  const { port } = await startApi(env, store, log, shutdown);
  shutdown.add('store', () => store.close());
  log.info({ port }, 'api is ready');
  process.send?.({ ready: true, port });
}

main().catch((error: unknown) => {
  const text = error instanceof EarshotError ? describeProblem(error.problem) : messageOf(error);
  process.stderr.write(`api cannot start: ${text}\n`);
  process.exit(1);
});
