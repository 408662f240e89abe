import { createStore } from '../client.ts';
import { readStoreEnv } from '../env.ts';
import { assertMigrated } from '../migrated.ts';
import { storeStatus } from '../queries/store-status.ts';

/** @throws EarshotError when the store is away or its schema is not this version's. */
export async function showStatus(): Promise<void> {
  const { store: options } = readStoreEnv();
  const store = createStore(options);
  try {
    await assertMigrated(store);
    const [status] = await store.run(storeStatus, {});
    console.log(`store     ClickHouse ${status?.version ?? 'of unknown version'} at ${new URL(options.url).host}`);
    console.log(`database  ${options.database}`);
    if (status) console.log(`up since  ${new Date(status.started_at).toISOString()}`);
    console.log('schema    up to date');
  } finally {
    await store.close();
  }
}
