import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { connect, type ConnectionOptions, type JetStreamManager, type NatsConnection } from 'nats';
import { freePort } from '../../lib/ports.ts';
import { pause } from '../../lib/retry.ts';
import { untilServing } from '../../deploy/local/broker.ts';
import { natsServer } from '../../deploy/local/nats-server.ts';
import { findProgram } from '../../deploy/local/program.ts';

/** A real nats-server with JetStream, on a free port and in a folder of its own. */
export type TestNats = {
  url: string;
  port: number;
  /** SIGKILL by default, as a power cut of the process; the data stays. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Starts again on the same port and data, and waits until the connections that were made here are back. */
  restart(): Promise<void>;
  /** Suspends (SIGSTOP) and resumes, as a hung machine. */
  freeze(): void;
  thaw(): void;
  connect(options?: ConnectionOptions): Promise<NatsConnection>;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
};

/** Every write is synced, and a disk that others use too may take seconds for one. */
const PATIENCE_MS = 25_000;

/** JetStream's management, as patient as a test may be. */
export function managerOf(nc: NatsConnection): Promise<JetStreamManager> {
  return nc.jetstreamManager({ checkAPI: false, timeout: PATIENCE_MS });
}

export async function startNats(): Promise<TestNats> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'earshot-nats-'));
  const port = await freePort();
  const binary = await findProgram(natsServer);
  const conf = path.join(dir, 'nats.conf');
  await writeFile(
    conf,
    `listen: "127.0.0.1:${port}"\nserver_name: test\njetstream { store_dir: "${dir}/js", sync_interval: always }\n`,
  );
  const connections: NatsConnection[] = [];
  let server: ChildProcess;

  const connectTo = async (options: ConnectionOptions = {}) => {
    const nc = await connect({
      servers: url,
      waitOnFirstConnect: true,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 50,
      ...options,
    });
    connections.push(nc);
    return nc;
  };
  const start = async () => {
    server = spawn(binary, ['-c', conf], { stdio: 'ignore' });
    await untilServing(url, AbortSignal.timeout(PATIENCE_MS));
    await untilBack();
  };
  /** What is asked while a connection reconnects is lost, and nobody answers it. */
  const untilBack = async () => {
    const probe = await connect({ servers: url });
    const id = probe.info?.server_id;
    await probe.close();
    const away = () => connections.some((nc) => !nc.isClosed() && nc.info?.server_id !== id);
    while (away()) await pause(10);
  };
  const kill = async (signal: NodeJS.Signals = 'SIGKILL') => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await gone;
  };
  const url = `nats://127.0.0.1:${port}`;
  await start();
  return {
    url,
    port,
    kill,
    restart: start,
    freeze: () => void server.kill('SIGSTOP'),
    thaw: () => void server.kill('SIGCONT'),
    connect: connectTo,
    stop: async () => {
      await Promise.all(connections.map((nc) => nc.close().catch(() => undefined)));
      server.kill('SIGCONT');
      await kill();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
