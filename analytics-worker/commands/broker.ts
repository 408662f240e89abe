import type { NatsConnection } from 'nats';
import { connectBroker, disconnect } from '../../lib/broker/connection.ts';
import { brokerSettings, readWorkerEnv, type WorkerEnv } from '../env.ts';

/** Runs a command's work with a connection and ends it in any case. */
export async function withBroker(work: (nc: NatsConnection, env: WorkerEnv) => Promise<void>): Promise<void> {
  const env = readWorkerEnv();
  const nc = await connectBroker(brokerSettings(env), 'command', { wait: false });
  try {
    await work(nc, env);
  } finally {
    await disconnect(nc);
  }
}
