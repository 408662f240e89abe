import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { provision } from '../../analytics-worker/broker/topology.ts';
import type { TestNats } from './nats.ts';
import type { TestStore } from './store.ts';

/** A real worker process. */
export type TestWorker = {
  pid: number;
  /** Base of /healthz, /readyz and /metrics. */
  url: string;
  /** SIGKILL by default; SIGTERM is the ordered shutdown. Resolves with how it ended. */
  kill(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals>;
  hasEnded(): boolean;
  /** What it said on stderr, JSON lines. */
  log(): string;
};

/** Short, so that tests need not wait long for what a killed worker held. */
const ACK_WAIT_MS = 1_500;

const MAIN = fileURLToPath(new URL('../../analytics-worker/main.ts', import.meta.url));
const ready = z.object({ ready: z.literal(true), port: z.int() });

/** Streams, consumers and buckets as the worker needs them. */
export async function provisionBroker(nats: TestNats, options = { ackWaitMs: ACK_WAIT_MS }): Promise<void> {
  const nc = await nats.connect();
  await provision(nc, options);
  await nc.close();
}

export async function startWorker(
  parts: { nats: Pick<TestNats, 'url'>; store: Pick<TestStore, 'url' | 'database'> },
  env: Record<string, string> = {},
): Promise<TestWorker> {
  const { PATH = '', HOME = '' } = process.env;
  const settings = {
    NATS_URL: parts.nats.url,
    CLICKHOUSE_URL: parts.store.url,
    CLICKHOUSE_DATABASE: parts.store.database,
    WORKER_PORT: '0',
    SWEEP_INTERVAL_MS: '250',
  };
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
    env: { PATH, HOME, ...settings, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-20_000)));
  const { port } = await new Promise<{ port: number }>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the worker ended with ${code}: ${said}`)));
    child.once('message', (message) => resolve(ready.parse(message)));
  });
  return {
    pid: child.pid ?? 0,
    url: `http://127.0.0.1:${port}`,
    kill: (signal = 'SIGKILL') => end(child, signal),
    hasEnded: () => hasEnded(child),
    log: () => said,
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | NodeJS.Signals> {
  if (!hasEnded(child)) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }
  return child.signalCode ?? child.exitCode ?? 0;
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
