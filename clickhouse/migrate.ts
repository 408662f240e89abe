import { createStore, type Store, type StoreOptions } from './client.ts';
import { onCluster } from './migrate/cluster.ts';
import { readMigrations, type Migration } from './migrate/files.ts';
import { appliedMigrations, createVersionTable, outstanding, recordMigration } from './migrate/state.ts';
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

async function withStore<T>(options: StoreOptions, work: (store: Store) => Promise<T>): Promise<T> {
  const store = createStore(options);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
