import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { connect, type ConnectionOptions, type NatsConnection } from 'nats';
import { onTestFinished, vi } from 'vitest';
import { natsServer } from '../../deploy/local/nats-server.ts';
import { findProgram } from '../../deploy/local/program.ts';
import { inboxPrefix, type BrokerUser } from '../../deploy/production/users.ts';
import { freePort } from '../../lib/ports.ts';

const CONF = path.join(import.meta.dirname, '../../deploy/production/nats.conf');

export type ProductionBroker = {
  url: string;
  login(user: BrokerUser, options?: ConnectionOptions): Promise<NatsConnection>;
  /** As `docker compose kill --signal HUP broker`. */
  reload(): void;
  /** Resolves with what the server wrote when it did not start or was stopped. */
  output: Promise<string>;
};

/** The production broker's own configuration, with port and folder of this test, beside `<dir>/broker/`. */
export async function startProductionBroker(dir: string): Promise<ProductionBroker> {
  const port = await freePort();
  const conf = path.join(dir, 'nats.conf');
  const text = (await readFile(CONF, 'utf8'))
    .replace('listen: "0.0.0.0:4222"', `listen: "127.0.0.1:${port}"`)
    .replace('http: "127.0.0.1:8222"\n', '')
    .replace('store_dir: "/data"', `store_dir: "${dir}/data"`);
  await writeFile(conf, text);
  const server = spawn(await findProgram(natsServer), ['-c', conf], { stdio: ['ignore', 'ignore', 'pipe'] });
  let written = '';
  server.stderr.on('data', (chunk: Buffer) => (written += chunk.toString()));
  const output = once(server, 'exit').then(() => written);
  onTestFinished(async () => {
    server.kill('SIGKILL');
    await output;
  });
  const url = `nats://127.0.0.1:${port}`;
  return {
    url,
    login: async (user, options = {}) => {
      const login = {
        servers: url,
        user: user.name,
        pass: user.password,
        inboxPrefix: inboxPrefix(user),
        reconnect: false,
      };
      const nc = await vi.waitFor(() => connect({ ...login, ...options }), { timeout: 10_000 });
      onTestFinished(() => nc.close());
      return nc;
    },
    reload: () => void server.kill('SIGHUP'),
    output,
  };
}
