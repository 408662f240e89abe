import type { NatsConnection } from 'nats';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hashOf } from '../../api/auth/secret.ts';
import { apiBuckets } from '../../events/buckets.ts';
import { startApi, type TestApi } from '../harness/api.ts';
import { managerOf, startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker } from '../harness/worker.ts';

let nats: TestNats;
let store: TestStore;
let api: TestApi;
let nc: NatsConnection;

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

const json = { 'Content-Type': 'application/json' };
const logIn = (code: string, headers: Record<string, string> = {}) =>
  fetch(`${api.url}/v1/session`, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify({ code }) });
const logOut = (cookie: string, headers: Record<string, string> = {}) =>
  fetch(`${api.url}/v1/session`, { method: 'DELETE', headers: { Cookie: cookie, ...headers } });
const session = (cookie: string) => api.get('/v1/session', undefined, { Cookie: cookie });
const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';
const codeOf = async (answer: Response) => ((await answer.json()) as { error: { code: string } }).error.code;

describe('the login link', () => {
  it('gives a session of the tenant and role, in a cookie that no script and no other site has', async () => {
    const answer = await logIn(await api.code({ tenant: 't2', role: 'viewer', name: 'ada' }));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      tenant: 't2',
      role: 'viewer',
      by: 'ada',
      canReadTranscripts: false,
      canOperate: false,
      targetMs: 1_000,
    });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^earshot_[0-9a-f]{8}=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
    const seen = await session(cookieOf(answer));
    expect(seen.status).toBe(200);
    const { tenant, expiresAt } = (await seen.json()) as { tenant: string; expiresAt: string };
    expect(tenant).toBe('t2');
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(11.9 * 3_600_000);
  });

  it('works once', async () => {
    const code = await api.code();
    expect((await logIn(code)).status).toBe(200);
    const again = await logIn(code);
    expect([again.status, await codeOf(again), again.headers.get('set-cookie')]).toEqual([410, 'login_used', null]);
  });

  it('works for one of many who use it at the same moment', async () => {
    const code = await api.code();
    const answers = await Promise.all(Array.from({ length: 20 }, () => logIn(code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 410)).toHaveLength(19);
  });

  it('works for ten minutes', async () => {
    const codes = await nc.jetstream().views.kv(apiBuckets.logins.name, { bindOnly: true });
    const login = { tenant: 't1', role: 'admin', name: 'late' };
    const put = (code: string, expiresAtMs: number) =>
      codes.put(hashOf(code), JSON.stringify({ ...login, expiresAtMs }));
    await put('a-code-that-is-over', Date.now() - 1);
    await put('a-code-that-is-good', Date.now() + 60_000);
    expect((await logIn('a-code-that-is-over')).status).toBe(410);
    expect((await logIn('a-code-that-is-good')).status).toBe(200);
    const { config } = await (await managerOf(nc)).streams.info(`KV_${apiBuckets.logins.name}`);
    expect(config.max_age).toBe(600e9);
  });

  it('that is made up, or is none, is refused', async () => {
    expect((await logIn('no-such-code')).status).toBe(410);
    expect((await logIn('x')).status).toBe(400);
    const plain = await fetch(`${api.url}/v1/session`, { method: 'POST', body: JSON.stringify({ code: 'some-code' }) });
    expect([plain.status, await codeOf(plain)]).toEqual([400, 'bad_body']);
    const broken = await fetch(`${api.url}/v1/session`, { method: 'POST', headers: json, body: '{' });
    expect([broken.status, await codeOf(broken)]).toEqual([400, 'bad_body']);
  });

  it('leaves no secret at the broker and none in the log', async () => {
    const code = await api.code();
    const secret = cookieOf(await logIn(code)).split('=')[1] ?? '';
    expect(secret).toHaveLength(43);
    const kept: string[] = [];
    for (const { name } of [apiBuckets.logins, apiBuckets.sessions]) {
      const kv = await nc.jetstream().views.kv(name, { bindOnly: true });
      const keys: string[] = [];
      for await (const key of await kv.keys()) keys.push(key);
      for (const key of keys) kept.push(key, (await kv.get(key))?.string() ?? '');
    }
    expect(kept).toContain(hashOf(secret));
    const all = kept.join('\n') + api.log();
    expect(all).not.toContain(code);
    expect(all).not.toContain(secret);
  });
});

describe('a session', () => {
  it('ends when it is logged out, also for whoever kept the cookie', async () => {
    const cookie = cookieOf(await logIn(await api.code()));
    const out = await logOut(cookie, { Origin: api.url });
    expect(out.status).toBe(204);
    expect(out.headers.get('set-cookie')).toMatch(/=; Max-Age=0; Path=\/; HttpOnly/);
    await vi.waitFor(async () => expect((await session(cookie)).status).toBe(401), { timeout: 10_000, interval: 20 });
  });

  it('ends after twelve hours', async () => {
    const sessions = await nc.jetstream().views.kv(apiBuckets.sessions.name, { bindOnly: true });
    const name = cookieOf(await logIn(await api.code())).split('=')[0];
    const put = (secret: string, expiresAtMs: number) =>
      sessions.put(
        hashOf(secret),
        JSON.stringify({ tenant: 't1', role: 'admin', name: 'x', id: '000000000000', expiresAtMs }),
      );
    await put('over', Date.now() - 1);
    await put('good', Date.now() + 60_000);
    expect((await session(`${name}=good`)).status).toBe(200);
    expect((await session(`${name}=over`)).status).toBe(401);
  });

  it('of another installation on this host is another cookie', async () => {
    const [, secret = ''] = cookieOf(await logIn(await api.code())).split('=');
    expect((await session(`earshot_00000000=${secret}`)).status).toBe(401);
  });

  it('writes only for its own page: the origin must be stated and be ours', async () => {
    const cookie = cookieOf(await logIn(await api.code()));
    const foreign: Record<string, string>[] = [
      {},
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: 'http://127.0.0.1:1' },
    ];
    for (const headers of foreign) {
      const answer = await logOut(cookie, headers);
      expect([answer.status, await codeOf(answer)], JSON.stringify(headers)).toEqual([403, 'foreign_origin']);
    }
    expect((await session(cookie)).status).toBe(200);
    expect((await logOut(cookie, { Origin: api.url })).status).toBe(204);
  });

  it("cannot be put upon a browser by another site's page", async () => {
    const code = await api.code();
    const answer = await logIn(code, { Origin: 'https://evil.example' });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null]);
    expect((await logIn(code, { Origin: api.url })).status).toBe(200);
  });

  it('outlives an outage of the broker; a new login waits for it', async () => {
    const cookie = cookieOf(await logIn(await api.code()));
    const key = await api.key();
    const code = await api.code();
    await vi.waitFor(async () => expect((await session(cookie)).status).toBe(200));
    expect((await api.get('/v1/session', key)).status).toBe(200);
    await nats.kill();
    expect((await session(cookie)).status).toBe(200);
    expect((await api.get('/v1/session', key)).status).toBe(200);
    await vi.waitFor(
      async () => {
        const { problems } = (await (await api.get('/readyz')).json()) as { problems: Record<string, unknown> };
        expect(Object.keys(problems)).toEqual(['broker']);
      },
      { timeout: 10_000, interval: 50 },
    );
    const away = await logIn(code);
    expect([away.status, await codeOf(away)]).toEqual([503, 'broker_unavailable']);
    await nats.restart();
    await vi.waitFor(async () => expect((await api.get('/readyz')).status).toBe(200), {
      timeout: 10_000,
      interval: 50,
    });
    expect((await logIn(code)).status).toBe(200);
    expect((await session(cookie)).status).toBe(200);
  });
});

describe('behind https', () => {
  it('the cookie is sent over https only, and browsers are told to stay with it', async () => {
    const https = await startApi({ nats, store }, { EARSHOT_PUBLIC_URL: 'https://earshot.example' });
    const answer = await fetch(`${https.url}/v1/session`, {
      method: 'POST',
      headers: { ...json, Origin: 'https://earshot.example' },
      body: JSON.stringify({ code: await https.code() }),
    });
    expect(await answer.json()).toMatchObject({ tenant: 't1' });
    expect(answer.headers.get('set-cookie')).toContain('; Secure;');
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=');
    await https.stop();
  });
});
