import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { projectRoot } from '../../deploy/local/child.ts';

/** Starting twelve callers on a busy machine takes its time. */
const CALLING_MS = 60_000;
const INTERRUPTED = 130;

/** `earshot demo --once` as a process, with a state folder of its own. */
async function startDemo(settings: Record<string, string> = {}) {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'earshot-demo-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true, maxRetries: 5 }));
  const state = path.join(dir, 'state');
  const demo = spawn(process.execPath, ['--import', 'tsx', 'deploy/cli.ts', 'demo', '--once'], {
    cwd: projectRoot(),
    env: { ...process.env, EARSHOT_STATE_DIR: state, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void demo.kill('SIGKILL'));
  let said = '';
  for (const stream of [demo.stdout, demo.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(demo, 'close').then(([code]) => code as number | null);
  return { demo, ended, said: () => said, running: () => processesWith(`EARSHOT_STATE_DIR=${state}`) };
}

/** Processes whose environment holds the setting, by their command lines (Linux only). */
function processesWith(setting: string): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').flatMap((pid) => {
    const read = (file: string) => {
      try {
        return readFileSync(`/proc/${pid}/${file}`, 'utf8').split('\0');
      } catch {
        return [];
      }
    };
    const isOne = /^\d+$/.test(pid) && read('environ').includes(setting);
    return isOne ? [read('cmdline').join(' ')].filter((command) => command.trim() !== '') : [];
  });
}

describe('the demo', () => {
  it(
    'ends with 130 at Ctrl-C in the middle of the calls and leaves nothing running',
    async () => {
      const { demo, ended, said, running } = await startDemo();
      await vi.waitFor(() => expect(said()).toContain('the calls begin'), { timeout: CALLING_MS, interval: 100 });
      if (process.platform === 'linux') expect(running().length).toBeGreaterThan(10);
      demo.kill('SIGINT');
      expect(await ended).toBe(INTERRUPTED);
      expect(running()).toEqual([]);
      expect(said()).not.toContain('The books');
    },
    CALLING_MS + 30_000,
  );

  it('names the setting and what to do when its port is in use, and leaves nothing running', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { ended, said, running } = await startDemo({ EARSHOT_CLICKHOUSE_PORT: String(port) });
    expect(await ended).toBe(1);
    expect(said()).toContain(`error: EARSHOT_CLICKHOUSE_PORT: another program listens on 127.0.0.1:${port}`);
    expect(said()).toContain('fix:   stop it, or unset EARSHOT_CLICKHOUSE_PORT');
    expect(running()).toEqual([]);
  });

  it('ends with 1 and the reason once when callers fail, without waiting for them', async () => {
    const { ended, said, running } = await startDemo({ EARSHOT_HEARTBEAT_MS: 'often' });
    expect(await ended).toBe(1);
    expect(said()).toMatch(/^Failed: cold, .*slow-model\n {2}EARSHOT_HEARTBEAT_MS: .*Fix: set the variable/m);
    expect(said().match(/^Failed:/gm)).toHaveLength(1);
    expect(said()).not.toContain('The books balance');
    expect(running()).toEqual([]);
  }, 60_000);
});
