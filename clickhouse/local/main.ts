import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describeProblem, EarshotError, messageOf } from '../../lib/errors.ts';
import { createLog } from '../../lib/log.ts';
import { createShutdown, exitOnSignal } from '../../lib/shutdown.ts';
import { openEngine } from './engine.ts';
import { readLocalStoreEnv } from './env.ts';
import { createStoreServer } from './http.ts';

/** Left to files, name look-ups and the statement that cancels another. */
const SPARE_THREADS = 2;
/** Requests that are still running so long after the end was asked for are cancelled, ms. */
const GRACE_MS = 1_500;

/** The local store: the ClickHouse engine in a process of its own. */
async function main(): Promise<void> {
  const env = readLocalStoreEnv();
  const log = createLog('store', { level: env.LOG_LEVEL });
  const engine = await openEngine({
    path: env.CHDB_PATH,
    memoryBytes: env.CHDB_MEMORY_BYTES,
    database: env.CLICKHOUSE_DATABASE,
    concurrency: Math.max(1, env.UV_THREADPOOL_SIZE - SPARE_THREADS),
  });
  const access = { user: env.CLICKHOUSE_USER, password: env.CLICKHOUSE_PASSWORD, loopback: env.loopback };
  const server = createStoreServer({ engine, access, database: env.CLICKHOUSE_DATABASE, log });
  const shutdown = createShutdown(log);
  shutdown.add('requests', () => endRequests(server));
  shutdown.add('engine', () => engine.close());
  exitOnSignal(shutdown);
  const port = await listen(server, env.PORT, env.LISTEN);
  log.info({ port }, 'store is ready');
  process.send?.({ ready: true, port });
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, port, host)));
    server.listen(port, host, () => {
      const address: AddressInfo | string | null = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });
}

function cannotListen(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE') {
    const message = `${host}:${port} is in use by another process`;
    return new EarshotError({ code: 'port_in_use', field: 'PORT', message, fix: 'set PORT to a free port, or to 0' });
  }
  const message = `cannot listen on ${host}:${port} (${error.code ?? error.message})`;
  const fix = 'set LISTEN to an address of this machine and PORT to a port that this user may open';
  return new EarshotError({ code: 'bad_setting', field: 'LISTEN', message, fix });
}

async function endRequests(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cancel = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(cancel);
}

main().catch((error: unknown) => {
  const text = error instanceof EarshotError ? describeProblem(error.problem) : messageOf(error);
  process.stderr.write(`store cannot start: ${text}\n`);
  process.exit(1);
});
