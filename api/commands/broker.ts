import type { NatsConnection } from 'nats';
import { whileConnected } from '../../lib/broker/connection.ts';
import { brokerSettings, readApiEnv, type ApiSettings } from '../env.ts';
import { assertBuckets } from '../installation.ts';

/** Runs a command's work with a connection and the api's settings, once its buckets are there. */
export async function withBroker(work: (nc: NatsConnection, env: ApiSettings) => Promise<void>): Promise<void> {
  const env = readApiEnv();
  await whileConnected(brokerSettings(env), 'command', async (nc) => {
    await assertBuckets(nc);
    await work(nc, env);
  });
}
