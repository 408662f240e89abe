import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { connect } from 'nats';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openState } from '../../deploy/local/state.ts';
import { markOf } from '../../lib/live-process.ts';
import { tempDir } from './temp.ts';

type Launched = { launcher: ChildProcess; broker: number; ours: number; url: string };

async function launch(dir: string): Promise<Launched> {
  const script = path.join(import.meta.dirname, 'fixtures/launcher.ts');
  const launcher = spawn(process.execPath, ['--import', 'tsx', script, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void launcher.kill('SIGKILL'));
  const [line] = (await once(createInterface(launcher.stdout), 'line')) as [string];
  return { launcher, ...(JSON.parse(line) as Omit<Launched, 'launcher'>) };
}

const gone = (...pids: number[]) =>
  vi.waitFor(() => expect(pids.map((pid) => markOf(pid))).toEqual(pids.map(() => undefined)), { timeout: 10_000 });

test('kill -9 of the launcher leaves neither our processes nor foreign ones', async () => {
  const { launcher, broker, ours } = await launch(path.join(await tempDir(), 'state'));
  expect([markOf(broker), markOf(ours)]).not.toContain(undefined);
  launcher.kill('SIGKILL');
  await gone(broker, ours);
});

test('a run right after the kill waits until the data is free', async () => {
  const dir = path.join(await tempDir(), 'state');
  const { launcher, broker, ours } = await launch(dir);
  launcher.kill('SIGKILL');
  await once(launcher, 'exit');
  const state = await openState(dir);
  expect([markOf(broker), markOf(ours)]).toEqual([undefined, undefined]);
  await state.close();
});

test('two runs with folders of their own do not meet', async () => {
  const [one, other] = await Promise.all([
    launch(path.join(await tempDir(), 'a')),
    launch(path.join(await tempDir(), 'b')),
  ]);
  expect(one.url).not.toBe(other.url);
  for (const { url } of [one, other]) await (await connect({ servers: url, reconnect: false })).close();
  for (const { launcher } of [one, other]) launcher.kill('SIGKILL');
  await gone(one.broker, one.ours, other.broker, other.ours);
});
