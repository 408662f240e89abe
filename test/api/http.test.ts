import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createClient } from '../../api/client.ts';
import { createRateLimit } from '../../api/http/rate-limit.ts';
import { startApi, type TestApi } from '../harness/api.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker } from '../harness/worker.ts';

let nats: TestNats;
let store: TestStore;
let api: TestApi;
let key: string;

beforeAll(async () => {
  [nats, store] = await Promise.all([startNats(), startStore()]);
  await provisionBroker(nats);
  api = await startApi({ nats, store });
  key = await api.key();
});
afterAll(async () => {
  await api?.stop();
  await Promise.all([nats?.stop(), store?.stop()]);
});

type ErrorAnswer = { error: { code: string; field?: string; message: string; hint: string; requestId: string } };
const statusOf = async (answer: Promise<Response>) => {
  await (await answer).text();
  return (await answer).status;
};
const errorOf = async (answer: Response) => ((await answer.json()) as ErrorAnswer).error;

describe('every answer', () => {
  it('forbids what a page of ours does not do, and is seen by no other origin', async () => {
    const { headers } = await api.get('/v1/session', key, { Origin: 'https://evil.example' });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('names the request; a name that is none is not taken over', async () => {
    const named = async (id?: string) => {
      const answer = await api.get('/v1/session', key, id === undefined ? {} : { 'X-Request-Id': id });
      return answer.headers.get('x-request-id');
    };
    expect(await named('from-the-crm-17')).toBe('from-the-crm-17');
    expect(await named()).toMatch(/^[0-9a-f-]{36}$/);
    for (const bad of ['short', 'a b c d e f', 'x'.repeat(65), '"><script>']) expect(await named(bad)).not.toBe(bad);
  });

  it('is one line in the log, with who and what, without what was asked for', async () => {
    const id = 'a-request-to-find';
    await api.get('/v1/session?q=secret-words', key, { 'X-Request-Id': id });
    const lines = api
      .log()
      .split('\n')
      .filter((line) => line.includes(id));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      method: 'GET',
      route: '/v1/session',
      status: 200,
      tenant: 't1',
      keyId: key.slice(3, 15),
    });
    expect(api.log()).not.toContain('secret-words');
  });

  it('is compressed when it is worth it', async () => {
    const answer = await api.get('/openapi.json', undefined, { 'Accept-Encoding': 'gzip' });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(((await answer.json()) as { openapi: string }).openapi).toBe('3.1.0');
  });

  it('is counted in /metrics', async () => {
    const text = await (await api.get('/metrics')).text();
    expect(text).toMatch(/earshot_api_requests_total\{method="GET",route="\/v1\/session",status="200"\} \d+/);
    expect(text).toContain('earshot_api_request_seconds_bucket');
  });
});

describe('an error', () => {
  it('of an address that is none says so, in a shape that never changes', async () => {
    const answer = await api.get('/v1/nothing', key);
    expect(answer.status).toBe(404);
    const error = await errorOf(answer);
    expect(error).toEqual({
      code: 'not_found',
      message: expect.any(String),
      hint: expect.any(String),
      requestId: answer.headers.get('x-request-id'),
    });
  });

  it('of a body that is too large comes before it is read', async () => {
    const body = JSON.stringify({ code: 'x'.repeat(100_000) });
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(`${api.url}/v1/session`, { method: 'POST', headers, body });
    expect([answer.status, (await errorOf(answer)).code]).toEqual([413, 'body_too_large']);
  });

  it('of a parameter names the field', async () => {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(`${api.url}/v1/session`, { method: 'POST', headers, body: '{"code":7}' });
    expect([answer.status, await errorOf(answer)]).toEqual([
      400,
      expect.objectContaining({ code: 'bad_parameter', field: 'code' }),
    ]);
  });
});

describe('the rate limit', () => {
  it('is by key, stated in every answer, and says when to come back', async () => {
    const limited = await startApi({ nats, store }, { API_RATE_LIMIT: '3' });
    const [mine, other] = [await limited.key(), await limited.key()];
    for (const left of ['2', '1', '0']) {
      const answer = await limited.get('/v1/session', mine);
      await answer.text();
      const { status, headers } = answer;
      expect([status, headers.get('ratelimit-limit'), headers.get('ratelimit-remaining')]).toEqual([200, '3', left]);
    }
    const refused = await limited.get('/v1/session', mine);
    expect([refused.status, (await errorOf(refused)).code]).toEqual([429, 'too_many_requests']);
    const waitS = Number(refused.headers.get('retry-after'));
    expect(waitS).toBeGreaterThan(0);
    expect(waitS).toBeLessThanOrEqual(60);
    expect(refused.headers.get('ratelimit-reset')).toBe(String(waitS));
    expect(await statusOf(limited.get('/v1/session', other))).toBe(200);

    const failures = [];
    for (let n = 0; n < 4; n++) failures.push(await statusOf(limited.get('/v1/session', 'wrong')));
    expect(failures).toEqual([401, 401, 401, 429]);
    expect(await statusOf(limited.get('/v1/session', other))).toBe(200);
    await limited.stop();
  });

  it('begins anew with each minute', () => {
    let now = 59_000;
    const limit = createRateLimit(1, () => now);
    expect(limit.take('a')).toEqual({ limit: 1, remaining: 0, resetS: 1, exceeded: false });
    expect(limit.take('a').exceeded).toBe(true);
    expect([limit.isExceeded('a'), limit.isExceeded('b')]).toEqual([true, false]);
    now = 60_000;
    expect(limit.isExceeded('a')).toBe(false);
    expect(limit.take('a')).toMatchObject({ exceeded: false, resetS: 60 });
  });
});

describe('the reference', () => {
  it('is an OpenAPI 3.1 document in which everything that is named is there', async () => {
    const document = (await (await api.get('/openapi.json')).json()) as Record<string, never>;
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Earshot' } });
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, place = '']) => place);
    const at = (place: string) =>
      place.split('/').reduce<unknown>((part, name) => (part as Record<string, unknown>)?.[name], document);
    expect(references.length).toBeGreaterThan(0);
    expect(references.filter((place) => at(place) === undefined)).toEqual([]);
    const { paths, components } = document as unknown as Document;
    expect(Object.keys(components.securitySchemes)).toEqual(['key', 'session', 'livekit', 'webCall']);
    for (const [address, methods] of Object.entries(paths)) {
      const parameters = [...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const [method, operation] of Object.entries(methods)) {
        const stated = (operation.parameters ?? []).filter((one) => one.in === 'path').map(({ name }) => name);
        expect(stated, `${method} ${address}`).toEqual(parameters);
        expect(operation.summary, `${method} ${address}`).toBeTruthy();
        expect(Object.keys(operation.responses), `${method} ${address}`).toContain('503');
      }
    }
  });

  it('has a page whose every part is served from here', async () => {
    const html = await (await api.get('/docs')).text();
    const parts = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);
    expect(parts).toHaveLength(3);
    for (const address of parts) expect((await api.get(address)).status, address).toBe(200);
    expect((await api.get('/docs/package.json')).status).toBe(404);
    expect((await api.get('/docs/..%2fpackage.json')).status).toBe(404);
  });
});

type Operation = {
  summary?: string;
  parameters?: { name: string; in: string }[];
  responses: Record<string, unknown>;
};
type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { securitySchemes: Record<string, unknown> };
};

describe('the typed client', () => {
  it('knows the answers of the routes', async () => {
    const answer = await createClient({ baseUrl: api.url, key }).v1.session.$get();
    expect(answer.status === 200 && (await answer.json()).tenant).toBe('t1');
    expect((await createClient({ baseUrl: api.url }).v1.session.$get()).status).toBe(401);
  });
});

describe('readiness', () => {
  it('names the part that is away, and comes back with it', async () => {
    expect(await (await api.get('/healthz')).json()).toEqual({ status: 'ok' });
    await vi.waitFor(async () => expect((await api.get('/readyz')).status).toBe(200), { timeout: 10_000 });
    await store.kill();
    await vi.waitFor(
      async () => {
        const answer = await api.get('/readyz');
        expect(answer.status).toBe(503);
        expect(await answer.json()).toMatchObject({ ready: false, problems: { store: { code: 'store_unavailable' } } });
      },
      { timeout: 10_000, interval: 50 },
    );
    expect((await api.get('/healthz')).status).toBe(200);
    await store.restart();
    await vi.waitFor(async () => expect((await api.get('/readyz')).status).toBe(200), {
      timeout: 10_000,
      interval: 50,
    });
  });
});
