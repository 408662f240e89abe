import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import { inherited } from '../../deploy/env.ts';
import type { Running } from '../../deploy/local/process.ts';
import { startStack, type Stack } from '../../deploy/local/stack.ts';
import { openState, readRun, type State } from '../../deploy/local/state.ts';
import { isAlive, markOf } from '../../lib/live-process.ts';

const BACK_MS = 20_000;

describe('the local stack', () => {
  let state: State;
  let stack: Stack;
  const said: string[] = [];

  beforeAll(async () => {
    state = await openState(path.join(await mkdtemp(path.join(os.tmpdir(), 'earshot-stack-')), 'state'));
    stack = await startStack({ state, env: inherited(), log: (line) => said.push(line) });
  });
  afterAll(async () => {
    await stack?.stop();
    await state.close();
    await rm(path.dirname(state.dir), { recursive: true, force: true });
  });

  test('is ready when the start resolves, schema and streams included', async () => {
    expect(await readiness(stack)).toBe(200);
  });

  test('writes down what is up, for commands and for the next run', async () => {
    const run = await readRun(state.dir);
    expect(run?.env).toMatchObject({ NATS_URL: stack.natsUrl, CLICKHOUSE_URL: stack.clickhouseUrl });
    expect(run?.children.map(({ name }) => name).toSorted()).toEqual([
      'api',
      'broker',
      'broker (guard)',
      'store',
      'worker',
    ]);
    expect(run?.children.every((child) => isAlive(child))).toBe(true);
  });

  test.each(['worker', 'store', 'broker'] as const)('is ready again after kill -9 of the %s', async (part) => {
    const running = partOf(stack, part);
    const before = running.pid() ?? 0;
    process.kill(before, 'SIGKILL');
    await vi.waitFor(() => expect(running.pid() ?? before).not.toBe(before), { timeout: BACK_MS });
    await vi.waitFor(async () => expect(await readiness(stack)).toBe(200), { timeout: BACK_MS });
    expect(said).toContainEqual(expect.stringContaining(`${part} died`));
  });

  test('stops workers, store and broker and leaves nothing', async () => {
    const pids = [stack.broker, stack.store, ...stack.workers].map((running) => running.pid() ?? 0);
    await stack.stop();
    expect(pids.map((pid) => markOf(pid))).toEqual([undefined, undefined, undefined]);
  });

  test('starts on the data of the run before', async () => {
    stack = await startStack({ state, env: inherited() });
    expect(await readiness(stack)).toBe(200);
  });
});

function partOf({ broker, store, workers }: Stack, part: 'worker' | 'store' | 'broker'): Running {
  const [worker] = workers;
  if (!worker) throw new Error('no worker');
  return { broker, store, worker }[part];
}

async function readiness({ workerUrls }: Stack): Promise<number> {
  return (await fetch(`${workerUrls[0]}/readyz`)).status;
}
