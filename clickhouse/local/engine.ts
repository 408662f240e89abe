import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Session } from 'chdb';
import { createLimit } from '../../lib/limit.ts';
import { identifier, quote } from '../sql-text.ts';
import { exceptionOf, refusals } from './exception.ts';
import { openSessions, type OpenEngine } from './open.ts';
import { checkStatement, withRowsFrom } from './statement.ts';

export type EngineRequest = {
  sql: string;
  /** A file with the rows of an `INSERT … FORMAT`. */
  rowsFile?: string;
  database: string;
  settings: ReadonlyMap<string, string>;
  /** Values of `{name:Type}`, escaped as on ClickHouse's HTTP interface. */
  params: ReadonlyMap<string, string>;
  /** Output format where the statement names none. */
  format: string;
  readonly: boolean;
  signal: AbortSignal;
};

export type EngineResult = { bytes: Uint8Array; rows: number; readBytes: number; elapsedSeconds: number };

export type Engine = {
  /** A folder for the rows of inserts, emptied at start. */
  readonly inbox: string;
  /** @throws StoreException */
  run(request: EngineRequest): Promise<EngineResult>;
  close(): Promise<void>;
};

export type EngineOptions = OpenEngine & {
  database: string;
  /** Most statements at once: below the number of libuv threads, so that one is left to cancel with. */
  concurrency: number;
};

/** Parameters are set by statements: a long list of ids makes one that is longer than the engine reads by default. */
const LONG_TEXT = 50_000;
const MAX_TEXT = 64 * 1024 * 1024;
const KILL_AGAIN_MS = 50;
/** The setting that marks a request; nothing else reads it where results are not cached. */
const MARK = 'query_cache_tag';

/**
 * Opens the engine on its folder. Each request gets a session of its own, so that no setting or parameter of one is
 * seen by another and reads run beside writes.
 *
 * @throws EarshotError `store_locked` when another process has the folder, `store_engine` when there is no engine.
 */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const folder = path.resolve(options.path);
  const { root, classify, openSession, close } = await openSessions({ ...options, path: folder });
  const inbox = path.join(folder, 'inbox');
  await rm(inbox, { recursive: true, force: true });
  await mkdir(inbox, { mode: 0o700 });
  await root.queryAsync(`CREATE DATABASE IF NOT EXISTS ${identifier(options.database)} ENGINE = Atomic`);
  const limit = createLimit(options.concurrency);

  async function run(request: EngineRequest): Promise<EngineResult> {
    const found = await classify(request.sql);
    if (found.statements === 0) throw await whyUnreadable(root, request.sql);
    checkStatement(request, found);
    const sql = request.rowsFile === undefined ? request.sql : withRowsFrom(request.sql, request.rowsFile);
    const mark = randomUUID();
    const session = openSession();
    try {
      const before = prelude(request, mark);
      if (before.length > LONG_TEXT) await session.queryAsync(`SET max_query_size = ${MAX_TEXT}`);
      await session.queryAsync(before);
      const result = await cancellable(root, mark, request.signal, () =>
        session.queryAsync(sql, { format: request.format }),
      );
      const { rowsRead: rows, bytesRead: readBytes, elapsed: elapsedSeconds } = result;
      return { bytes: result.bytes(), rows, readBytes, elapsedSeconds };
    } finally {
      session.close();
    }
  }

  return {
    inbox,
    run: (request) => limit(() => run(request)).catch((error: unknown) => Promise.reject(exceptionOf(error))),
    close,
  };
}

/** Has the engine say what is wrong with a text, without running any of it. */
async function whyUnreadable(root: Session, sql: string): Promise<Error> {
  try {
    await root.queryAsync(`SELECT formatQuery(${quote(sql)})`);
    return refusals.syntax('Empty query.');
  } catch (error) {
    return exceptionOf(error);
  }
}

/** The statements that make a fresh session the one that the request wants. */
function prelude({ database, settings, params, readonly }: EngineRequest, mark: string): string {
  const sets = [`${MARK} = ${quote(mark)}`];
  for (const [name, value] of settings) sets.push(`${checkName(name)} = ${quote(value)}`);
  for (const [name, value] of params) sets.push(`param_${checkName(name)} = ${quote(value)}`);
  return [`USE ${identifier(database)}`, `SET ${sets.join(', ')}`, ...(readonly ? ['SET readonly = 1'] : [])].join(
    '; ',
  );
}

function checkName(name: string): string {
  if (/^\w+$/.test(name)) return name;
  throw refusals.badArgument('A setting or parameter has a name that is none.');
}

/** Kills the statement when the signal aborts, again until it is gone: the first kill may come before it has begun. */
async function cancellable<T>(root: Session, mark: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  let timer: NodeJS.Timeout | undefined;
  const kill = () => {
    const sql = `KILL QUERY WHERE Settings['${MARK}'] = ${quote(mark)} ASYNC`;
    root.queryAsync(sql).catch(() => undefined);
    timer = setTimeout(kill, KILL_AGAIN_MS);
  };
  signal.addEventListener('abort', kill, { once: true });
  try {
    return await work();
  } finally {
    signal.removeEventListener('abort', kill);
    clearTimeout(timer);
  }
}
