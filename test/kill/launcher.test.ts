import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createStore, type Store } from '../../clickhouse/client.ts';
import { DATABASE } from '../../deploy/local/prepare.ts';
import { readRun } from '../../deploy/local/state.ts';
import { isAlive, type ProcessMark } from '../../lib/live-process.ts';
import { freePort } from '../../lib/ports.ts';
import { expectAllStored, KILLS, startAgent } from './rig.ts';

const root = path.resolve(import.meta.dirname, '../..');
const WAIT = { timeout: 60_000, interval: 100 };
let dir: string;
let ports: { nats: number; store: number };
let store: Store;
let launcher: ChildProcess;

beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'earshot-launcher-'));
  ports = { nats: await freePort(), store: await freePort() };
  store = createStore({ url: `http://127.0.0.1:${ports.store}`, database: DATABASE });
  await launch();
}, 60_000);
afterAll(async () => {
  await store.close();
  const children = await childrenOfRun();
  launcher.kill('SIGTERM');
  await allGone(children);
  await rm(dir, { recursive: true, force: true });
});

/** `earshot dev` on ports that stay the same, so that an agent finds it again. */
async function launch(): Promise<void> {
  const { PATH = '', HOME = '' } = process.env;
  launcher = spawn(process.execPath, ['--import', 'tsx', 'deploy/cli.ts', 'dev'], {
    cwd: root,
    env: {
      PATH,
      HOME,
      EARSHOT_STATE_DIR: path.join(dir, 'state'),
      EARSHOT_NATS_PORT: String(ports.nats),
      EARSHOT_CLICKHOUSE_PORT: String(ports.store),
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    launcher.once('exit', () => reject(new Error(`the launcher ended: ${said}`)));
    launcher.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('Earshot is up')) resolve();
    });
  });
}

async function childrenOfRun(): Promise<ProcessMark[]> {
  return (await readRun(path.join(dir, 'state')))?.children ?? [];
}

const allGone = (children: ProcessMark[]) =>
  vi.waitFor(() => expect(children.filter((child) => isAlive(child))).toEqual([]), WAIT);

test.each(Array.from({ length: KILLS }, (_, i) => i + 1))(
  'launcher killed -9 in mid-call: nothing is left running, nothing is lost (%i)',
  { timeout: 180_000 },
  async () => {
    const agent = await startAgent(dir, `nats://127.0.0.1:${ports.nats}`, { 'every-ms': '5' });
    try {
      await agent.accepted(100);
      const children = await childrenOfRun();
      expect(children.length).toBeGreaterThanOrEqual(3);
      launcher.kill('SIGKILL');
      await allGone(children);
      await agent.accepted((await agent.tally()).published + 100);
      await launch();
      await expectAllStored({ store }, agent.call, await agent.finish());
    } finally {
      await agent.kill();
    }
  },
);
