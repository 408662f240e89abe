import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Session } from 'chdb';
import { EarshotError, messageOf } from '../../lib/errors.ts';
import { markOf } from '../../lib/live-process.ts';

export type OpenEngine = {
  /** Folder of the data, absolute. One process at a time. */
  path: string;
  /** Cap on the engine's memory, bytes. */
  memoryBytes: number;
};

/** What the engine's parser says of a text. */
export type Classified = { statements: number; kind: 'read' | 'write' | 'other' };

export type Sessions = {
  /** Open for the life of the process; holds the lock on the folder. */
  root: Session;
  openSession(): Session;
  classify(sql: string): Promise<Classified>;
  close(): Promise<void>;
};

const GLOB = /[*?{}]/;

/** @throws EarshotError `store_locked`, `store_engine`, `bad_setting` */
export async function openSessions({ path: folder, memoryBytes }: OpenEngine): Promise<Sessions> {
  if (GLOB.test(folder)) {
    const message = 'must not contain * ? { or }: the engine reads them as patterns';
    throw new EarshotError({ code: 'bad_setting', field: 'CHDB_PATH', message, fix: 'use another folder' });
  }
  const { Session, ChdbNodeEngine, drainPending } = await loadEngine();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const connectionArgs = [`--max_server_memory_usage=${memoryBytes}`];
  let root: Session;
  try {
    root = new Session(folder, { connectionArgs });
  } catch (error) {
    throw await cannotOpen(folder, error);
  }
  const parser = new ChdbNodeEngine();
  await parser.start({ dataPath: folder, backupsAllowedPath: folder });
  return {
    root,
    openSession: () => new Session(folder),
    async classify(sql) {
      const { statementCount, queryClass } = await parser.analyze(sql, '');
      const kinds: Record<number, Classified['kind']> = { 0: 'read', 1: 'write' };
      return { statements: statementCount, kind: kinds[queryClass] ?? 'other' };
    },
    async close() {
      await drainPending();
      await parser.close();
      root.close();
    },
  };
}

async function loadEngine() {
  try {
    const [{ Session, drainPending }, { ChdbNodeEngine }] = await Promise.all([
      import('chdb'),
      import('chdb/durable/node'),
    ]);
    return { Session, ChdbNodeEngine, drainPending };
  } catch (error) {
    throw new EarshotError(
      {
        code: 'store_engine',
        message: 'the local ClickHouse engine cannot be loaded',
        fix: 'run: npm install (Linux with glibc and macOS), or set CLICKHOUSE_URL to a ClickHouse server',
      },
      { cause: error },
    );
  }
}

/** The engine itself says only that it cannot; who holds the folder stands in a file there. */
async function cannotOpen(folder: string, cause: unknown): Promise<EarshotError> {
  const status = await readFile(path.join(folder, 'status'), 'utf8').catch(() => '');
  const pid = Number(/^PID: (\d+)/m.exec(status)?.[1] ?? 0);
  if (pid > 0 && pid !== process.pid && markOf(pid)) {
    const message = `${folder} is in use by process ${pid}`;
    const fix = 'stop that process, or set CHDB_PATH to another folder';
    return new EarshotError({ code: 'store_locked', field: 'CHDB_PATH', message, fix }, { cause });
  }
  const message = `${folder} cannot be opened (${messageOf(cause)})`;
  const fix = 'see the lines above; set CHDB_PATH to a folder that this user may write';
  return new EarshotError({ code: 'store_engine', field: 'CHDB_PATH', message, fix }, { cause });
}
