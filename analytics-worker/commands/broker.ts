import type { NatsConnection } from 'nats';
import { whileConnected } from '../../lib/broker/connection.ts';
import { brokerSettings, readWorkerEnv, type WorkerEnv } from '../env.ts';

/** Runs a command's work with a connection and the worker's settings. */
export async function withBroker(work: (nc: NatsConnection, env: WorkerEnv) => Promise<void>): Promise<void> {
  const env = readWorkerEnv();
  await whileConnected(brokerSettings(env), 'command', (nc) => work(nc, env));
}
