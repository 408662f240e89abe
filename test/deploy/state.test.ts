import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openState, readRun } from '../../deploy/local/state.ts';
import { markOf } from '../../lib/live-process.ts';
import { tempDir } from './temp.ts';

describe('the folder of a local run', () => {
  test('is for its user only', async () => {
    const dir = path.join(await tempDir(), 'state');
    const state = await openState(dir);
    expect((await stat(dir)).mode & 0o777).toBe(0o700);
    await state.close();
  });

  test('is refused while another run holds it, and names that run', async () => {
    const dir = path.join(await tempDir(), 'state');
    const first = await openState(dir);
    await expect(openState(dir)).rejects.toMatchObject({
      problem: {
        code: 'state_in_use',
        field: 'EARSHOT_STATE_DIR',
        message: expect.stringContaining(`process ${process.pid}`),
        fix: expect.stringContaining(`kill ${process.pid}`),
      },
    });
    await first.close();
    await (await openState(dir)).close();
  });

  test('that a dead process held is taken over, also when its number is used again', async () => {
    const dir = path.join(await tempDir(), 'state');
    await (await openState(dir)).close();
    await writeFile(path.join(dir, 'lock.1'), JSON.stringify({ ...markOf(process.pid), startedAt: 'earlier' }));
    const state = await openState(dir);
    expect(JSON.parse(await readFile(path.join(dir, 'lock.2'), 'utf8'))).toEqual(markOf(process.pid));
    await state.close();
  });

  test('goes to one of several that want it at once', async () => {
    const dir = path.join(await tempDir(), 'state');
    await (await openState(dir)).close();
    await writeFile(path.join(dir, 'lock.1'), JSON.stringify({ ...markOf(process.pid), startedAt: 'earlier' }));
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => openState(dir)));
    const taken = results.filter((result) => result.status === 'fulfilled');
    expect(taken).toHaveLength(1);
    await taken[0]?.value.close();
    expect((await readdir(dir)).filter((name) => name.startsWith('lock'))).toEqual(['lock.1']);
  });

  test('keeps its data for the next run, and none of it with fresh', async () => {
    const dir = path.join(await tempDir(), 'state');
    const first = await openState(dir);
    await writeFile(path.join(first.clickhouse, 'rows'), 'kept');
    await first.close();
    const second = await openState(dir);
    expect(await readdir(second.clickhouse)).toEqual(['rows']);
    await second.close();
    const fresh = await openState(dir, { fresh: true });
    expect(await readdir(fresh.clickhouse)).toEqual([]);
    await fresh.close();
  });

  test('is never a folder of somebody else', async () => {
    const dir = path.join(await tempDir(), 'home');
    await mkdir(dir);
    await writeFile(path.join(dir, 'thesis.txt'), 'years of work');
    await expect(openState(dir, { fresh: true })).rejects.toMatchObject({
      problem: {
        code: 'not_a_state_folder',
        field: 'EARSHOT_STATE_DIR',
        message: expect.stringContaining('thesis.txt'),
      },
    });
    expect(await readdir(dir)).toEqual(['thesis.txt']);
  });

  test('tells other commands how to reach the run, while it is up', async () => {
    const dir = path.join(await tempDir(), 'state');
    const state = await openState(dir);
    await state.publish({ env: { NATS_URL: 'nats://127.0.0.1:1' }, children: [] });
    expect((await readRun(dir))?.env).toEqual({ NATS_URL: 'nats://127.0.0.1:1' });
    await state.close();
    expect(await readRun(dir)).toBeUndefined();
  });
});
