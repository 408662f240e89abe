import { readStoreEnv } from '../env.ts';
import { migrate } from '../migrate.ts';

export async function migrateStore(): Promise<void> {
  const { store, cluster } = readStoreEnv();
  const applied = await migrate(store, { cluster });
  for (const name of applied) console.log(`applied ${name}`);
  if (applied.length === 0) console.log('the schema is up to date');
}
