import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../lib/ports.ts';
import type { TestRooms } from './livekit.ts';
import type { TestNats } from './nats.ts';

/** A real agent process with its job processes, for the rooms of one server. */
export type TestAgent = {
  name: string;
  pid: number;
  /** Processes of jobs, the idle one included. */
  jobPids(): number[];
  log(): string;
  /** SIGTERM is the drain. Resolves when it has ended. */
  end(signal?: NodeJS.Signals): Promise<void>;
  /** Kills it and all of its jobs. */
  stop(): Promise<void>;
};

const MAIN = fileURLToPath(new URL('../../agent/main.ts', import.meta.url));

export async function startAgent(
  parts: { rooms: TestRooms; nats: Pick<TestNats, 'url'>; vendorsUrl: string; spoolDir: string },
  env: Record<string, string> = {},
  main = MAIN,
): Promise<TestAgent> {
  const { PATH = '', HOME = '' } = process.env;
  const { rooms, nats, vendorsUrl, spoolDir } = parts;
  const name = env['LIVEKIT_AGENT_NAME'] ?? 'ada';
  const settings = {
    LIVEKIT_URL: rooms.url,
    LIVEKIT_API_KEY: rooms.apiKey,
    LIVEKIT_API_SECRET: rooms.apiSecret,
    LIVEKIT_AGENT_NAME: name,
    NATS_URL: nats.url,
    EARSHOT_SPOOL_DIR: spoolDir,
    EARSHOT_VENDORS_URL: vendorsUrl,
    AGENT_PORT: String(await freePort()),
    AGENT_IDLE_PROCESSES: '1',
    // A worker that counts as busy is sent nothing, and nobody is told.
    AGENT_MAX_LOAD: '1',
  };
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { PATH, HOME, ...settings, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  const keep = (text: string) => (said = (said + text).slice(-100_000));
  child.stdout?.setEncoding('utf8').on('data', keep);
  child.stderr?.setEncoding('utf8').on('data', keep);
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the agent ended with ${code}: ${said}`)));
    child.once('message', () => resolve());
  });
  const pid = child.pid ?? 0;
  return {
    ...{ name, pid },
    jobPids: () => childrenOf(pid).filter((one) => commandOf(one).includes('job_proc')),
    log: () => said,
    end: (signal = 'SIGTERM') => end(child, signal),
    stop: async () => {
      const jobs = childrenOf(pid);
      await end(child, 'SIGKILL');
      for (const job of jobs) killQuietly(job);
    },
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}

function childrenOf(pid: number): number[] {
  const text = readQuietly(`/proc/${pid}/task/${pid}/children`);
  return text.split(' ').filter(Boolean).map(Number);
}

function commandOf(pid: number): string {
  return readQuietly(`/proc/${pid}/cmdline`);
}

function readQuietly(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone.
  }
}
