import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { connect } from 'nats';
import { pause } from '../../lib/retry.ts';
import { natsServer } from './nats-server.ts';
import { findProgram } from './program.ts';
import { startProcess, type ProcessSpec, type Running } from './process.ts';
import type { Supervision } from './supervision.ts';

/** A local run keeps a week of events of a few callers; this is far above it and far below a disk. */
const MAX_STORED = '8GB';
const CONNECT_TIMEOUT_MS = 2_000;
const POLL_MS = 20;

/** A nats-server of our own, on loopback; what it acknowledged is on disk. */
export async function startBroker(
  { state, env, ...supervision }: Supervision,
  port: number,
): Promise<{ process: Running; url: string }> {
  const binary = await findProgram(natsServer, { env });
  const conf = path.join(state.nats, 'nats.conf');
  await writeFile(conf, configOf(port, path.join(state.nats, 'jetstream')), { mode: 0o600 });
  const url = `nats://127.0.0.1:${port}`;
  const spec: ProcessSpec = {
    name: 'broker',
    command: { binary, args: ['-c', conf] },
    env,
    cwd: state.dir,
    logFile: path.join(state.logs, 'broker.log'),
    ready: (signal) => untilServing(url, signal),
    ...supervision,
  };
  return { process: await startProcess(spec), url };
}

function configOf(port: number, folder: string): string {
  return `listen: "127.0.0.1:${port}"
server_name: "earshot-local"
jetstream {
  store_dir: ${JSON.stringify(folder)}
  max_file: ${MAX_STORED}
  sync_interval: always
}
`;
}

/** A broker that listens may not have its streams back yet, so it is asked for them. Rejects once given up. */
export async function untilServing(url: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      return await askJetStream(url);
    } catch (error) {
      if (signal.aborted) throw error;
      await pause(POLL_MS, signal);
    }
  }
}

async function askJetStream(url: string): Promise<void> {
  const nc = await connect({ servers: url, reconnect: false, timeout: CONNECT_TIMEOUT_MS });
  try {
    await nc.jetstreamManager();
  } finally {
    await nc.close();
  }
}
