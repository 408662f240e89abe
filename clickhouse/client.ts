import { randomUUID } from 'node:crypto';
import { ClickHouseLogLevel, createClient, type ClickHouseSettings } from '@clickhouse/client';
import { storeError } from './errors.ts';
import type { Query } from './query.ts';
import type { Table } from './tables/define.ts';

export type StoreOptions = {
  url: string;
  database: string;
  username?: string | undefined;
  password?: string | undefined;
};

/**
 * The store. Every method throws `EarshotError`: `store_unavailable` (retriable) while it is away or busy,
 * `store_rejected` when these rows can never be stored, `store_schema`, `store_access` or `store_failed` (unknown) when
 * no row is at fault. An aborted call throws the signal's reason.
 */
export type Store = {
  readonly database: string;
  /** All rows or none, when they fall into one month; resolves when the store has them. 1 000-10 000 rows are best. */
  insert<Row>(table: Table<Row>, rows: readonly Row[], options?: CallOptions): Promise<void>;
  run<Params, Row>(query: Query<Params, Row>, params: Params, options?: CallOptions): Promise<Row[]>;
  /** DDL. `name` stands for the statement in logs and errors. */
  command(name: string, sql: string, params?: Record<string, unknown>): Promise<void>;
  ping(): Promise<void>;
  close(): Promise<void>;
};

export type CallOptions = { signal?: AbortSignal };

const REQUEST_TIMEOUT_MS = 30_000;

const settings: ClickHouseSettings = {
  /** Numbers come as numbers; what may exceed 2^53 is read as text by its query. */
  output_format_json_quote_64bit_integers: 0,
  /** `toUnixTimestamp64Milli(at) AS at` must not hide the column from WHERE. */
  prefer_column_name_to_alias: 1,
  /** An event that came again may lie in another month, where its time was corrected. */
  do_not_merge_across_partitions_select_final: 0,
  /** What is asked of a row's key may come before FINAL: all readings of a row share it. The other columns are read for few then. */
  optimize_move_to_prewhere_if_final: 1,
  session_timezone: 'UTC',
};

const insertSettings: ClickHouseSettings = {
  /** Batches are made by the caller; the server must not acknowledge rows that it only holds in memory. */
  async_insert: 0,
  /** Rows are replaced by their key. The server's own window forgets, and remembers what a crash has lost. */
  insert_deduplicate: 0,
  input_format_null_as_default: 0,
  /** Half a surrogate pair in a transcript is stored as it was written, and no batch fails for it. */
  input_format_json_throw_on_bad_escape_sequence: 0,
  date_time_input_format: 'basic',
};

/** Connects to ClickHouse, or to the local engine, which speaks the same HTTP interface. Does not wait for it. */
export function createStore({ url, database, username, password }: StoreOptions): Store {
  const client = createClient({
    url,
    database,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    application: 'earshot',
    request_timeout: REQUEST_TIMEOUT_MS,
    use_multipart_params_auto: true,
    clickhouse_settings: settings,
    /** The client's own log would print SQL. */
    log: { level: ClickHouseLogLevel.OFF },
  });

  return {
    database,
    async insert(table, rows, { signal } = {}) {
      if (rows.length === 0) return;
      const values = table.encode(rows);
      const [...columns] = table.columns;
      const what = `insert-${table.name}`;
      const insert = { table: table.name, values, columns, format: 'JSONCompactEachRow' as const };
      await call(what, signal, () => client.insert({ ...insert, ...mark(what, signal, insertSettings) }));
    },
    async run(query, params, { signal } = {}) {
      const query_params = query.bind(params);
      const answer = await call(query.name, signal, async () => {
        const marked = mark(query.name, signal);
        return (await client.query({ query: query.sql, query_params, format: 'JSONEachRow', ...marked })).json();
      });
      return query.read(answer);
    },
    async command(name, sql, query_params = {}) {
      await call(name, undefined, () => client.command({ query: sql, query_params, ...mark(name) }));
    },
    async ping() {
      await call('ping', undefined, () => client.command({ query: 'SELECT 1', ...mark('ping') }));
    },
    close: () => client.close(),
  };
}

function mark(name: string, signal?: AbortSignal, extra: ClickHouseSettings = {}) {
  return {
    query_id: `${name}-${randomUUID()}`,
    clickhouse_settings: { ...extra, log_comment: name },
    ...(signal === undefined ? {} : { abort_signal: signal }),
  };
}

async function call<T>(what: string, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  signal?.throwIfAborted();
  try {
    return await work();
  } catch (error) {
    signal?.throwIfAborted();
    throw storeError(error, what);
  }
}
