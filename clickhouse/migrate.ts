import { EarshotError } from '../lib/errors.ts';
import { createStore, type Store, type StoreOptions } from './client.ts';
import { onCluster } from './migrate/cluster.ts';
import { readMigrations, type Migration } from './migrate/files.ts';
import { appliedMigrations, createVersionTable, MIGRATE, outstanding, recordMigration } from './migrate/state.ts';
import { identifier, splitStatements } from './sql-text.ts';

export type MigrateOptions = {
  /** Name of a cluster of one shard: tables are replicated and made on all its nodes. */
  cluster?: string | undefined;
  /** Those of this program when absent. */
  migrations?: readonly Migration[];
};

/**
 * Brings the schema up to date, database included, and returns the names of the steps applied. ClickHouse has no
 * locks: any number of processes may do this at once, because every statement may run twice and a step is recorded
 * after its last one.
 *
 * @throws EarshotError `schema_changed`, `schema_newer`, or what the store says.
 */
export async function migrate(options: StoreOptions, { cluster, migrations }: MigrateOptions = {}): Promise<string[]> {
  const known = migrations ?? (await readMigrations());
  const dialect = (statement: string) => (cluster === undefined ? statement : onCluster(statement, cluster));
  const create = `CREATE DATABASE IF NOT EXISTS ${identifier(options.database)} ENGINE = Atomic`;
  await withStore({ ...options, database: 'default' }, (store) => store.command('create-database', dialect(create)));
  return withStore(options, async (store) => {
    await store.command('create-migrations', dialect(createVersionTable));
    const steps = outstanding(known, await store.run(appliedMigrations, {}));
    for (const { number, name, checksum, sql } of steps) {
      for (const statement of splitStatements(sql)) await store.command(`migrate-${name}`, dialect(statement));
      await store.command(`record-${name}`, recordMigration, { number, name, checksum });
    }
    return steps.map(({ name }) => name);
  });
}

/**
 * For every process that uses the store: refuses to start on a schema that it does not know.
 *
 * @throws EarshotError `schema_missing`, `schema_behind`, `schema_changed` or `schema_newer`, with the command that mends.
 */
export async function assertMigrated(store: Store, known?: readonly Migration[]): Promise<void> {
  const missing = outstanding(known ?? (await readMigrations()), await appliedTo(store));
  const [first] = missing;
  if (first === undefined) return;
  const message = `the store lacks ${missing.length === 1 ? 'this step' : `this and ${missing.length - 1} more`}`;
  throw new EarshotError({ code: 'schema_behind', field: first.name, message, fix: `run: ${MIGRATE}` });
}

async function appliedTo(store: Store) {
  try {
    return await store.run(appliedMigrations, {});
  } catch (error) {
    if (!(error instanceof EarshotError) || error.problem.code !== 'store_schema') throw error;
    const message = `database ${store.database} has no schema`;
    throw new EarshotError({ code: 'schema_missing', field: 'CLICKHOUSE_DATABASE', message, fix: `run: ${MIGRATE}` });
  }
}

async function withStore<T>(options: StoreOptions, work: (store: Store) => Promise<T>): Promise<T> {
  const store = createStore(options);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
