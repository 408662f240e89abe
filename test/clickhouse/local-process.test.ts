import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createStore } from '../../clickhouse/client.ts';
import { defineQuery } from '../../clickhouse/query.ts';
import { events } from '../../clickhouse/tables/events.ts';
import { clearStore, startLocalStore, startStore } from '../harness/store.ts';
import { eventRow } from './rows.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

async function folder(): Promise<string> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'earshot-store-'));
  closers.push(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

async function started(options: Parameters<typeof startStore>[0] = {}) {
  const store = await startStore(options);
  closers.push(() => store.stop());
  return store;
}

const storedIds = defineQuery({
  name: 'stored-ids',
  sql: `SELECT groupArray(toUInt32(seq)) AS ids, count() AS n FROM (SELECT seq FROM events_v1 FINAL ORDER BY seq)`,
  params: z.object({}),
  row: z.object({ ids: z.array(z.number()), n: z.number() }),
});

describe('the local store does not start', { timeout: 60_000 }, () => {
  it('on a folder that another process has open, and names it', async () => {
    const first = await started({ migrated: false });
    const second = startLocalStore({ CHDB_PATH: first.dir, PORT: '0' });
    await expect(second).rejects.toThrow(
      `CHDB_PATH: ${first.dir} is in use by process ${first.pid}. Fix: stop that process`,
    );
    await first.store().ping();
  });

  it('on a port that is taken, and names the setting', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    closers.push(() => taken.close());
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo;
    const store = startLocalStore({ CHDB_PATH: await folder(), PORT: String(port) });
    await expect(store).rejects.toThrow(`PORT: 127.0.0.1:${port} is in use by another process. Fix: set PORT`);
  });

  it('for the whole network without a password', async () => {
    const store = startLocalStore({ CHDB_PATH: await folder(), PORT: '0', LISTEN: '0.0.0.0' });
    await expect(store).rejects.toThrow('CLICKHOUSE_PASSWORD');
  });

  it('on a folder whose name the engine reads as a pattern', async () => {
    const store = startLocalStore({ CHDB_PATH: `${await folder()}/a*b`, PORT: '0' });
    await expect(store).rejects.toThrow('CHDB_PATH');
  });
});

describe('the local store', { timeout: 60_000 }, () => {
  it('asks for the password that it was given', async () => {
    const test = await started({ env: { CLICKHOUSE_USER: 'earshot', CLICKHOUSE_PASSWORD: 'not-a-default' } });
    await test.store().ping();
    const stranger = createStore({ url: test.url, database: test.database, username: 'earshot', password: 'guess' });
    await expect(stranger.ping()).rejects.toMatchObject({ problem: { code: 'store_access' } });
    await stranger.close();
  });

  it.each(['SIGTERM', 'disconnect'] as const)('ends in order on %s, with a statement running', async (how) => {
    const { child, port } = await startLocalStore({ CHDB_PATH: await folder(), PORT: '0', UV_THREADPOOL_SIZE: '8' });
    const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
    const url = `http://127.0.0.1:${port}/`;
    const slow = fetch(url, {
      method: 'POST',
      body: 'SELECT sum(sipHash64(number)) FROM numbers(100000000000) SETTINGS max_threads = 1',
    }).catch(() => 'cut');
    const running = `SELECT count() FROM system.processes WHERE query LIKE '%sipHash64%' AND query NOT LIKE '%processes%'`;
    await vi.waitFor(async () =>
      expect(await (await fetch(url, { method: 'POST', body: running })).text()).toBe('1\n'),
    );
    if (how === 'disconnect') child.disconnect();
    else child.kill(how);
    expect(await ended).toBe(0);
    expect(await slow).toBe('cut');
  });

  it('has every acknowledged batch, once and whole, after kill -9 in the middle of inserts', async () => {
    const test = await started();
    const BATCH = 50;
    const acknowledged: number[] = [];
    let next = 0;
    let killed = false;
    const write = async () => {
      const store = test.store();
      while (!killed) {
        const first = next;
        next += BATCH;
        const rows = Array.from({ length: BATCH }, (_, index) =>
          eventRow({ event_id: `e${first + index}`, seq: first + index }),
        );
        await store.insert(events, rows);
        acknowledged.push(first);
      }
    };
    const writers = [write(), write(), write()].map((writer) => writer.catch((error: unknown) => error));
    await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(20), 20_000);
    await test.kill();
    killed = true;
    for (const error of await Promise.all(writers)) expect(error).toMatchObject({ retriable: 'yes' });
    await test.restart();

    const [stored] = await test.store().run(storedIds, {});
    const ids = new Set(stored?.ids);
    expect(ids.size).toBe(stored?.n);
    for (let first = 0; first < next; first += BATCH) {
      const present = Array.from({ length: BATCH }, (_, index) => first + index).filter((id) => ids.has(id)).length;
      expect(present === BATCH || (present === 0 && !acknowledged.includes(first)), `batch ${first}: ${present}`).toBe(
        true,
      );
    }
    const again = Array.from({ length: next }, (_, seq) => eventRow({ event_id: `e${seq}`, seq }));
    await test.store().insert(events, again);
    expect((await test.store().run(storedIds, {}))[0]?.n).toBe(next);
  });

  it('of a person is never emptied by a test', async () => {
    const refused = clearStore({ url: 'http://127.0.0.1:1', database: 'earshot' });
    await expect(refused).rejects.toMatchObject({ problem: { code: 'not_a_test_store' } });
  });

  it('of a test is emptied', async () => {
    const test = await started();
    await test.store().insert(events, [eventRow()]);
    await test.clear();
    expect((await test.store().run(storedIds, {}))[0]?.n).toBe(0);
  });
});
