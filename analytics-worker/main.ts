import { createStore } from '../clickhouse/client.ts';
import { storeSettings } from '../clickhouse/env.ts';
import { assertMigrated } from '../clickhouse/migrated.ts';
import { describeProblem, EarshotError, messageOf } from '../lib/errors.ts';
import { createLog } from '../lib/log.ts';
import { createShutdown, exitOnSignal } from '../lib/shutdown.ts';
import { readWorkerEnv } from './env.ts';
import { startWorker } from './worker.ts';

/** The worker process: wiring and signals. Any number of them may run. */
async function main(): Promise<void> {
  const env = readWorkerEnv();
  const log = createLog('worker', { level: env.LOG_LEVEL });
  const shutdown = createShutdown(log);
  exitOnSignal(shutdown);
  const store = createStore(storeSettings(env));
  await assertMigrated(store);
  const { port } = await startWorker(env, store, log, shutdown, (text) => void process.stdout.write(text));
  shutdown.add('store', () => store.close());
  log.info({ port }, 'worker is ready');
  process.send?.({ ready: true, port });
}

main().catch((error: unknown) => {
  const text = error instanceof EarshotError ? describeProblem(error.problem) : messageOf(error);
  process.stderr.write(`worker cannot start: ${text}\n`);
  process.exit(1);
});
