import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { createStore, type Store, type StoreOptions } from '../../clickhouse/client.ts';
import { migrate } from '../../clickhouse/migrate.ts';
import { tables } from '../../clickhouse/tables/index.ts';
import { EarshotError } from '../../lib/errors.ts';

/** The local store in a process, a folder and a database of its own. */
export type TestStore = {
  url: string;
  port: number;
  database: string;
  /** Folder of its data. */
  dir: string;
  pid: number;
  /** A client, closed by `stop`. */
  store(): Store;
  /** SIGKILL by default, as a crash; the data stays. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Starts again on the same port and data. */
  restart(): Promise<void>;
  /** Empties every table. */
  clear(): Promise<void>;
  /** Ends the process and removes its data. */
  stop(): Promise<void>;
};

export type TestStoreOptions = {
  /** False leaves the database empty. */
  migrated?: boolean;
  env?: Record<string, string>;
};

const MAIN = fileURLToPath(new URL('../../clickhouse/local/main.ts', import.meta.url));
const PREFIX = 'earshot_test_';
const ready = z.object({ ready: z.literal(true), port: z.int() });

export async function startStore({ migrated = true, env = {} }: TestStoreOptions = {}): Promise<TestStore> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'earshot-store-'));
  const database = PREFIX + randomBytes(4).toString('hex');
  const settings = { CHDB_PATH: dir, CLICKHOUSE_DATABASE: database, LOG_LEVEL: 'warn', ...env };
  let { child, port } = await startLocalStore({ ...settings, PORT: '0' });
  const url = `http://127.0.0.1:${port}`;
  const options: StoreOptions = { url, database, username: env.CLICKHOUSE_USER, password: env.CLICKHOUSE_PASSWORD };
  const clients: Store[] = [];
  const kill = (signal: NodeJS.Signals = 'SIGKILL') => end(child, signal);
  if (migrated) await migrate(options);
  return {
    url,
    port,
    database,
    dir,
    get pid() {
      return child.pid ?? 0;
    },
    store() {
      const store = createStore(options);
      clients.push(store);
      return store;
    },
    kill,
    async restart() {
      ({ child, port } = await startLocalStore({ ...settings, PORT: String(port) }));
    },
    clear: () => clearStore(options),
    async stop() {
      await Promise.all(clients.map((client) => client.close()));
      await kill();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Starts the process with these settings and nothing of ours from the environment. Rejects with what it said. */
export async function startLocalStore(env: Record<string, string>): Promise<{ child: ChildProcess; port: number }> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
    env: { PATH, HOME, UV_THREADPOOL_SIZE: '16', ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4_000)));
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the store ended with ${code}: ${said}`)));
    child.once('message', (message) => resolve({ child, port: ready.parse(message).port }));
  });
}

/** Empties every table; refuses a store that is not a test's. */
export async function clearStore(options: StoreOptions): Promise<void> {
  if (!options.database.startsWith(PREFIX)) {
    const message = `${options.database} is not the database of a test`;
    throw new EarshotError({ code: 'not_a_test_store', field: 'database', message, fix: 'use startStore()' });
  }
  const store = createStore(options);
  try {
    for (const { name } of Object.values(tables)) await store.command('clear', `TRUNCATE TABLE IF EXISTS ${name}`);
  } finally {
    await store.close();
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}
