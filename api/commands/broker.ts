import type { NatsConnection } from 'nats';
import { connectBroker, disconnect } from '../../lib/broker/connection.ts';
import { assertBuckets } from '../installation.ts';
import { brokerSettings, readApiEnv, type ApiSettings } from '../env.ts';

/** Runs a command's work with a connection and ends it in any case. */
export async function withBroker(work: (nc: NatsConnection, env: ApiSettings) => Promise<void>): Promise<void> {
  const env = readApiEnv();
  const nc = await connectBroker(brokerSettings(env), 'command', { wait: false });
  try {
    await assertBuckets(nc);
    await work(nc, env);
  } finally {
    await disconnect(nc);
  }
}
