import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../harness/api.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker } from '../harness/worker.ts';

const MAIN = path.join(import.meta.dirname, '../../api/main.ts');
const HTML = '<!doctype html><title>Earshot</title>';
const SCRIPT = `console.log('${'x'.repeat(2_000)}');`;
let nats: TestNats;
let store: TestStore;
let api: TestApi;
let dashboard: string;

beforeAll(async () => {
  [nats, store] = await Promise.all([startNats(), startStore()]);
  await provisionBroker(nats);
  dashboard = await mkdtemp(path.join(os.tmpdir(), 'earshot-dashboard-'));
  api = await startApi({ nats, store }, {}, dashboard);
});
afterAll(async () => {
  await api?.stop();
  await Promise.all([nats?.stop(), store?.stop(), rm(dashboard, { recursive: true, force: true })]);
});

describe('the dashboard', () => {
  it('says how it is built, where it is not', async () => {
    const answer = await api.get('/');
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('npm run build')]);
  });

  it('is the same page at every address, asked for anew; its files are kept for good', async () => {
    await mkdir(path.join(dashboard, 'assets'));
    await writeFile(path.join(dashboard, 'index.html'), HTML);
    await writeFile(path.join(dashboard, 'assets/app-1a2b3c.js'), SCRIPT);
    await writeFile(path.join(dashboard, 'assets/app-1a2b3c.js.gz'), gzipSync(SCRIPT));
    for (const address of ['/', '/login?code=x', '/calls/c1']) {
      const answer = await api.get(address);
      expect([answer.status, await answer.text()], address).toEqual([200, HTML]);
      expect(answer.headers.get('cache-control'), address).toBe('no-cache');
    }
    const script = await api.get('/assets/app-1a2b3c.js', undefined, { 'Accept-Encoding': 'gzip' });
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(script.headers.get('content-encoding')).toBe('gzip');
    expect(await script.text()).toBe(SCRIPT);
    const gone = await api.get('/assets/app-older.js');
    expect([gone.status, gone.headers.get('content-type')]).toEqual([404, 'application/json']);
  });

  it('gives nothing beside its folder', async () => {
    await writeFile(path.join(dashboard, '../earshot-beside.txt'), 'beside');
    for (const address of ['/../earshot-beside.txt', '/%2e%2e/earshot-beside.txt', '/..%2fearshot-beside.txt']) {
      expect(await raw(address), address).not.toContain('beside');
    }
    await rm(path.join(dashboard, '../earshot-beside.txt'));
  });
});

/** As `fetch`, which would tidy the path. */
function raw(address: string): Promise<string> {
  const { hostname, port } = new URL(api.url);
  return new Promise((resolve, reject) => {
    get({ hostname, port, path: address }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () => resolve(text));
    }).once('error', reject);
  });
}

describe('the process', () => {
  it('refuses settings and schemas that it cannot work with, naming what to do', async () => {
    const { PATH = '', HOME = '' } = process.env;
    const settings = { NATS_URL: nats.url, CLICKHOUSE_URL: store.url, API_PORT: '0', PATH, HOME };
    const start = async (env: Record<string, string>) => {
      const child = spawn(process.execPath, ['--import', 'tsx', MAIN], { env: { ...settings, ...env } });
      let said = '';
      child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
      const [code] = (await once(child, 'close')) as [number | null];
      return { code, said };
    };
    const [badPort, noSchema] = await Promise.all([
      start({ API_PORT: 'http' }),
      start({ CLICKHOUSE_DATABASE: 'earshot_test_none' }),
    ]);
    expect(badPort).toEqual({ code: 1, said: expect.stringContaining('api cannot start: API_PORT:') });
    expect(noSchema).toEqual({ code: 1, said: expect.stringContaining('npm run earshot -- store migrate') });
  });

  it('says when it is ready, serves, and ends in order on SIGTERM', async () => {
    const { PATH = '', HOME = '' } = process.env;
    const parts = { NATS_URL: nats.url, CLICKHOUSE_URL: store.url, CLICKHOUSE_DATABASE: store.database };
    const child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
      env: { PATH, HOME, ...parts, API_PORT: '0' },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const [{ ready, port }] = (await once(child, 'message')) as [{ ready: boolean; port: number }];
    expect(ready).toBe(true);
    const headers = { Authorization: `Bearer ${await api.key()}` };
    const answer = await fetch(`http://127.0.0.1:${port}/v1/session`, { headers });
    expect(await answer.json()).toMatchObject({ tenant: 't1' });
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
