import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { createClient, type ClickHouseClient } from '@clickhouse/client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startStore, type TestStore } from '../harness/store.ts';

let test: TestStore;
let client: ClickHouseClient;
beforeAll(async () => {
  test = await startStore({ migrated: false, env: { UV_THREADPOOL_SIZE: '6' } });
  const compression = { request: true, response: true };
  client = createClient({ url: test.url, database: test.database, compression, log: { level: 127 } });
  await client.command({ query: 'CREATE TABLE victim (id UInt32, s String) ENGINE = MergeTree ORDER BY id' });
}, 60_000);
afterAll(async () => {
  await client.close();
  await test.stop();
});

async function post(body: string, url: Record<string, string> = {}, init: RequestInit = {}) {
  const query = new URLSearchParams({ database: test.database, ...url });
  const answer = await fetch(`${test.url}/?${query.toString()}`, { method: 'POST', body, ...init });
  return {
    status: answer.status,
    code: Number(answer.headers.get('x-clickhouse-exception-code')),
    text: await answer.text(),
  };
}

async function select<T>(query: string, options: object = {}): Promise<T[]> {
  return (await client.query({ query, format: 'JSONEachRow', ...options })).json<T>();
}

/** Threads of this store less those that it spares. */
const PLACES = 4;
const SLOW = 'SELECT sum(sipHash64(number)) AS s FROM numbers(100000000000) SETTINGS max_threads = 1';
const slowOnes = async () =>
  Number(
    (
      await select<{ n: number }>(
        `SELECT count() AS n FROM system.processes WHERE query LIKE '%sipHash64(number)%' AND query NOT LIKE '%processes%'`,
      )
    )[0]?.n,
  );

describe('what the local store lets through', () => {
  it.each([
    ['SYSTEM SHUTDOWN', 344],
    ['/* SELECT */ -- SELECT\nsystem shutdown', 344],
    ['SYSTEM STOP MERGES', 344],
    ['KILL QUERY WHERE 1', 344],
    ['SET max_threads = 1', 344],
    [`SELECT 1 INTO OUTFILE '/tmp/earshot-outfile'`, 344],
    ['SELECT 1; SELECT 2', 62],
    ['SELECT 1; SYSTEM SHUTDOWN', 62],
    ["SELECT $$ ' $$; SYSTEM SHUTDOWN", 62],
    ['CREATE TABLE x (', 62],
    ['SELECT 1\0; SYSTEM SHUTDOWN', 62],
    ['', 62],
    ['-- nothing', 62],
    ['SELECT * FROM nope', 60],
  ])('refuses %j', async (sql, code) => {
    expect(await post(sql)).toMatchObject({ code });
    expect((await post('SELECT 1')).text).toBe('1\n');
  });

  it.each([
    'INSERT INTO victim FORMAT CSV 1,"x"\n\nDROP TABLE victim',
    'INSERT INTO victim FORMAT/**/CSV 1,x\n\nSYSTEM SHUTDOWN',
    'INSERT INTO victim FORMAT CSV SELECT\n\nSYSTEM SHUTDOWN',
    `INSERT INTO victim VALUES (1, 'x')\n\nDROP TABLE victim`,
    `INSERT INTO victim VALUES (1, 'x');\n\nDROP TABLE victim`,
    `INSERT INTO victim FORMAT Values (1, 'x')\n\nDROP TABLE victim`,
  ])('runs nothing that hides behind rows: %j', async (sql) => {
    expect((await post(sql)).status).toBeGreaterThanOrEqual(400);
    expect(await select('SELECT count() AS n FROM victim')).toEqual([{ n: 0 }]);
  });

  it('stores rows with blank lines as they are, in any format', async () => {
    const csv = '1,"a\n\nDROP TABLE victim\n"\n2,"b"\n';
    expect((await post(csv, { query: 'INSERT INTO victim FORMAT CSV' })).status).toBe(200);
    await client.insert({ table: 'victim', values: [{ id: 3, s: '\n\nDROP TABLE victim' }], format: 'JSONEachRow' });
    expect((await post(`INSERT INTO victim SELECT 4, 'd'`)).status).toBe(200);
    expect(await select('SELECT id, s FROM victim ORDER BY id')).toEqual([
      { id: 1, s: 'a\n\nDROP TABLE victim\n' },
      { id: 2, s: 'b' },
      { id: 3, s: '\n\nDROP TABLE victim' },
      { id: 4, s: 'd' },
    ]);
    expect(await readdir(path.join(test.dir, 'inbox'))).toEqual([]);
  });

  it('keeps settings and parameters to their request', async () => {
    const [own] = await select(`SELECT getSetting('max_threads') AS v, {p:String} AS p`, {
      clickhouse_settings: { max_threads: 1 },
      query_params: { p: `it's\\ \t\n"` },
    });
    expect(own).toEqual({ v: 1, p: `it's\\ \t\n"` });
    const [other] = await select<{ v: number }>(`SELECT getSetting('max_threads') AS v`);
    expect(other?.v).not.toBe(1);
    expect(await post('SELECT {p:String}')).toMatchObject({ code: 456 });
    expect(await post('SELECT 1', { 'max_threads = 1, readonly': '1' })).toMatchObject({ code: 36 });
  });

  it('only reads by GET', async () => {
    const get = (query: string) => fetch(`${test.url}/?${new URLSearchParams({ query }).toString()}`);
    expect(await (await get('SELECT 1')).text()).toBe('1\n');
    expect((await get(`DROP TABLE ${test.database}.victim`)).headers.get('x-clickhouse-exception-code')).toBe('164');
    expect(await (await get('SELECT 1 SETTINGS max_threads = 1')).text()).toContain('READONLY');
  });

  it('refuses web pages and other host names', async () => {
    const evil = { headers: { origin: 'https://evil.example' } };
    expect(await post('DROP TABLE victim', {}, evil)).toMatchObject({ status: 403 });
    const status = await new Promise((resolve, reject) => {
      const options = { port: test.port, path: '/?query=SELECT+1', headers: { host: 'evil.example' } };
      request(options, (res) => resolve(res.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });
});

describe('a request that is given up', () => {
  it('has its statement killed', async () => {
    const abort = new AbortController();
    const given = select(SLOW, { abort_signal: abort.signal }).catch((error: unknown) => error);
    await vi.waitFor(async () => expect(await slowOnes()).toBe(1));
    abort.abort();
    expect(await given).toBeInstanceOf(Error);
    await vi.waitFor(async () => expect(await slowOnes()).toBe(0), 5_000);
  });

  it('frees its place for others, however many wait', async () => {
    const abort = new AbortController();
    const slow = (count: number) => Array.from({ length: count }, () => post(SLOW, {}, { signal: abort.signal }));
    const running = Promise.allSettled(slow(PLACES - 1));
    await vi.waitFor(async () => expect(await slowOnes()).toBe(PLACES - 1), 10_000);
    const waiting = Promise.allSettled(slow(20));
    const last = post('SELECT 1');
    abort.abort();
    await Promise.all([running, waiting]);
    expect((await last).text).toBe('1\n');
    await vi.waitFor(async () => expect(await slowOnes()).toBe(0), 10_000);
  });

  it('stores nothing of rows that were cut off', async () => {
    const before = await select('SELECT count() AS n FROM victim');
    await new Promise<void>((resolve) => {
      const query = new URLSearchParams({ database: test.database, query: 'INSERT INTO victim FORMAT CSV' });
      const req = request({ port: test.port, method: 'POST', path: `/?${query.toString()}` }).on('error', () =>
        resolve(),
      );
      req.write('7,"x"\n8,', () => req.destroy(new Error('gone')));
    });
    await vi.waitFor(async () => expect(await readdir(path.join(test.dir, 'inbox'))).toEqual([]));
    expect(await select('SELECT count() AS n FROM victim')).toEqual(before);
  });
});
