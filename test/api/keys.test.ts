import { Command } from 'commander';
import type { NatsConnection } from 'nats';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { addCommands } from '../../api/commands.ts';
import { apiBuckets } from '../../events/buckets.ts';
import { startApi, type TestApi } from '../harness/api.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker } from '../harness/worker.ts';

const SOON = { timeout: 10_000, interval: 20 };
let nats: TestNats;
let store: TestStore;
let api: TestApi;
let nc: NatsConnection;
const printed: string[] = [];

beforeAll(async () => {
  [nats, store] = await Promise.all([startNats(), startStore()]);
  await provisionBroker(nats);
  nc = await nats.connect();
  api = await startApi({ nats, store });
});
afterAll(async () => {
  await api?.stop();
  await Promise.all([nats?.stop(), store?.stop()]);
});
beforeEach(() => {
  vi.stubEnv('NATS_URL', nats.url);
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  printed.length = 0;
});

async function earshot(...args: string[]): Promise<string> {
  const program = new Command('earshot');
  addCommands(program);
  await program.parseAsync(args, { from: 'user' });
  return printed.splice(0).join('\n');
}
const statusOf = async (key: string) => (await api.get('/v1/session', key)).status;

describe('earshot key', () => {
  it('make prints a key once; list shows whose it is; revoke ends it at once', async () => {
    const key = await earshot('key', 'make', '--name', 'crm', '--role', 'analyst', '--tenant', 't2');
    expect(key).toMatch(/^ek_[0-9a-f]{12}_[\w-]{43}$/);
    const answer = await api.get('/v1/session', key);
    expect(await answer.json()).toMatchObject({ tenant: 't2', role: 'analyst', by: 'crm', expiresAt: null });

    const [, id = ''] = key.split('_');
    expect(await earshot('key', 'list')).toMatch(new RegExp(`^${id}  t2  analyst  crm  made \\S+Z  valid$`, 'm'));
    expect(await earshot('key', 'revoke', id)).toBe(`revoked ${id}`);
    await vi.waitFor(async () => expect(await statusOf(key)).toBe(401), SOON);
    expect(await earshot('key', 'list')).toMatch(new RegExp(`^${id} .* revoked \\S+Z$`, 'm'));
    expect(await earshot('key', 'revoke', id)).toBe(`revoked ${id}`);
  });

  it('gives the least right and the tenant of the environment unless told otherwise', async () => {
    vi.stubEnv('EARSHOT_TENANT', 't7');
    const key = await earshot('key', 'make', '--name', 'x');
    expect(await (await api.get('/v1/session', key)).json()).toMatchObject({ tenant: 't7', role: 'viewer' });
  });

  it('refuses a tenant or name that cannot be one, and an id that is none', async () => {
    const make = (tenant: string, name: string) => earshot('key', 'make', '--name', name, '--tenant', tenant);
    await expect(make('a.b', 'x')).rejects.toMatchObject({ problem: { code: 'bad_option', field: '--tenant' } });
    await expect(make('t1', 'a\nb')).rejects.toMatchObject({ problem: { code: 'bad_option', field: '--name' } });
    for (const id of ['000000000000', '>', 'a b']) {
      await expect(earshot('key', 'revoke', id)).rejects.toMatchObject({ problem: { code: 'key_missing' } });
    }
  });

  it('says what to do when the broker has no buckets yet', async () => {
    const bare = await startNats();
    vi.stubEnv('NATS_URL', bare.url);
    await expect(earshot('key', 'list')).rejects.toMatchObject({
      problem: { code: 'bucket_missing', fix: 'run: npm run earshot -- stream provision' },
    });
    await bare.stop();
  });
});

describe('earshot login', () => {
  it('prints a link to where the api is', async () => {
    vi.stubEnv('API_PORT', '8123');
    expect(await earshot('login')).toMatch(/^http:\/\/127\.0\.0\.1:8123\/login\?code=[\w-]{43}$/);
    vi.stubEnv('EARSHOT_PUBLIC_URL', `${api.url}/`);
    const link = new URL(await earshot('login', '--role', 'manager', '--tenant', 't3', '--name', 'grace'));
    expect(link.origin).toBe(api.url);
    const answer = await fetch(`${api.url}/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code: link.searchParams.get('code') }),
    });
    expect(await answer.json()).toMatchObject({ tenant: 't3', role: 'manager', by: 'grace' });
  });

  it('asks for the address where it cannot know it', async () => {
    vi.stubEnv('API_PORT', '0');
    await expect(earshot('login')).rejects.toMatchObject({ problem: { field: 'EARSHOT_PUBLIC_URL' } });
  });
});

describe('a key', () => {
  it('is nothing with another secret, another id, or another form', async () => {
    const key = await api.key();
    const [, id, secret] = /^ek_([^_]+)_(.+)$/.exec(key) ?? [];
    const other = await api.key();
    expect(await statusOf(key)).toBe(200);
    for (const wrong of [`ek_${id}_${'A'.repeat(43)}`, `ek_000000000000_${secret}`, `ek_${id}_`, `${key}x`, 'x', '']) {
      expect(await statusOf(wrong), wrong).toBe(401);
    }
    expect(await statusOf(`ek_${id}_${other.slice(-43)}`)).toBe(401);
    const basic = await api.get('/v1/session', undefined, { Authorization: `Basic ${key}` });
    expect([basic.status, basic.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });

  it('is kept as a hash only, and its secret is in no log', async () => {
    const key = await api.key();
    expect(await statusOf(key)).toBe(200);
    const secret = key.slice(-43);
    const kv = await nc.jetstream().views.kv(apiBuckets.keys.name, { bindOnly: true });
    const stored = await kv.get(key.slice(3, 15));
    expect(Object.keys(stored?.json() ?? {})).toContain('hash');
    expect(stored?.string()).not.toContain(secret);
    expect(api.log()).not.toContain(secret);
    expect(api.log()).toContain(key.slice(3, 15));
  });

  it('that is revoked right after the broker came back ends at once, too', async () => {
    const [kept, revoked] = [await api.key(), await api.key()];
    expect([await statusOf(kept), await statusOf(revoked)]).toEqual([200, 200]);
    await nats.kill();
    await nats.restart();
    await earshot('key', 'revoke', revoked.slice(3, 15));
    await vi.waitFor(async () => expect(await statusOf(revoked)).toBe(401), { timeout: 5_000, interval: 20 });
    expect(await statusOf(kept)).toBe(200);
  });
});
