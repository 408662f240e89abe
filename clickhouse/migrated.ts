import { EarshotError } from '../lib/errors.ts';
import type { Store } from './client.ts';
import { readMigrations, type Migration } from './migrate/files.ts';
import { appliedMigrations, MIGRATE, outstanding } from './migrate/state.ts';

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
