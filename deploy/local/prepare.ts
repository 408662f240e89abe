import { connectBroker, disconnect } from '../../lib/broker/connection.ts';
import { provision } from '../../analytics-worker/broker/topology.ts';
import { migrate } from '../../clickhouse/migrate.ts';

export const DATABASE = 'earshot';

/** Streams, durables and buckets as this version needs them. */
export async function prepareBroker(url: string): Promise<void> {
  const nc = await connectBroker({ url }, 'launcher');
  try {
    await provision(nc);
  } finally {
    await disconnect(nc);
  }
}

/** The schema as this version needs it. */
export async function prepareStore(url: string): Promise<void> {
  await migrate({ url, database: DATABASE });
}
