import { TokenVerifier } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WebCall } from '../../api/types.ts';
import { startApi, type TestApi } from '../harness/api.ts';
import { LIVEKIT } from '../harness/livekit-webhooks.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker } from '../harness/worker.ts';
import { errorOf, send, startWebCall } from './web-call.ts';

const { LIVEKIT_API_KEY: KEY, LIVEKIT_API_SECRET: SECRET } = LIVEKIT;
let nats: TestNats;
let store: TestStore;
let api: TestApi;

beforeAll(async () => {
  [nats, store] = await Promise.all([startNats(), startStore()]);
  await provisionBroker(nats);
  api = await startApi({ nats, store }, { ...LIVEKIT, WEB_CALLS_LIMIT: '1000' });
}, 60_000);
afterAll(async () => {
  await api?.stop();
  await Promise.all([nats?.stop(), store?.stop()]);
});

const start = (asked?: object) => startWebCall(api, asked);
const claimsOf = (token: string) => new TokenVerifier(KEY, SECRET).verify(token);

describe('a web call', () => {
  test('is a token for one room of the tenant of the key: to join it, to speak, to listen, and no more', async () => {
    const made = await start({ agent: 'ada@3', name: 'Dana', email: 'dana@northbeam.example', company: 'Northbeam' });
    expect(made).toMatchObject({ url: LIVEKIT.LIVEKIT_URL, reportUrl: `/v1/web-calls/${made.room}/reports` });
    expect(made.room).toMatch(/^web-[\w-]{22}$/);
    const claims = await claimsOf(made.token);
    expect(claims).toMatchObject({
      sub: made.identity,
      name: 'Dana',
      attributes: { email: 'dana@northbeam.example', company: 'Northbeam' },
      video: { room: made.room, canPublishSources: ['microphone'], canPublishData: false },
    });
    const granted = Object.entries(claims.video ?? {}).filter(([, value]) => value === true);
    expect(granted.map(([name]) => name).toSorted()).toEqual(['canPublish', 'canSubscribe', 'roomJoin']);
    const lastsS = (claims.exp ?? 0) - Date.now() / 1_000;
    expect(lastsS).toBeGreaterThan(9 * 60);
    expect(lastsS).toBeLessThanOrEqual(10 * 60 + 1);
    expect(Date.parse(made.expiresAt) / 1_000).toBeCloseTo(claims.exp ?? 0, -1);
  });

  test('tells the room whose it is and sends for the agent, whatever the caller asks for', async () => {
    const { token } = await start({ agent: 'ada@3' });
    const { roomConfig } = await claimsOf(token);
    expect(JSON.parse(roomConfig?.metadata ?? '')).toEqual({ earshot: { tenant: 'acme' } });
    const [dispatch, ...others] = roomConfig?.agents ?? [];
    expect(dispatch?.agentName).toBe('earshot');
    expect(JSON.parse(dispatch?.metadata ?? '')).toEqual({ tenant: 'acme', channel: 'web', config: 'ada@3' });
    expect(others).toEqual([]);
    expect(roomConfig).toMatchObject({ maxParticipants: 3, emptyTimeout: 60, departureTimeout: 10 });
  });

  test('has a room and a caller of its own each time', async () => {
    const [one, other] = [await start(), await start()];
    expect(one.room).not.toBe(other.room);
    expect(one.identity).not.toBe(other.identity);
  });

  test.each<[string, object]>([
    ['agent', { agent: '../x' }],
    ['agent', { agent: 'ada@latest' }],
    ['name', { name: 'x'.repeat(201) }],
    ['email', { email: 'nobody' }],
    ['company', { company: ' ' }],
    ['', { tenant: 'rival' }],
    ['', { room: 'theirs' }],
  ])('with a wrong %s is refused: %j', async (field, asked) => {
    const { status, body } = await send(`${api.url}/v1/web-calls`, asked, await api.key());
    expect({ status, body }).toMatchObject({ status: 400, body: errorOf('bad_parameter', field) });
  });

  test('is no viewer’s to start', async () => {
    const { status } = await send(`${api.url}/v1/web-calls`, {}, await api.key({ role: 'viewer' }));
    expect(status).toBe(403);
  });

  test('is limited by the minute, each key for itself', async () => {
    const limited = await startApi({ nats, store }, { ...LIVEKIT, WEB_CALLS_LIMIT: '2' });
    const [key, other] = [await api.key(), await api.key()];
    const statusesOf = async (who: string) => (await send(`${limited.url}/v1/web-calls`, {}, who)).status;
    const statuses = [await statusesOf(key), await statusesOf(key), await statusesOf(key), await statusesOf(other)];
    // The minute may turn between two of them.
    expect([[201, 201, 429, 201].join(), [201, 201, 201, 201].join()]).toContain(statuses.join());
    const refused = [await statusesOf(key), await statusesOf(key), await statusesOf(key)];
    expect(refused).toContain(429);
    await limited.stop();
  });

  test('that is asked for again with the same Idempotency-Key is the same one; with another body it is refused', async () => {
    const [bearer, other] = [await api.key(), await api.key()];
    const again = (key: string, body: object, who = bearer) =>
      send(`${api.url}/v1/web-calls`, body, who, { 'Idempotency-Key': key });
    const dana = { name: 'Dana' };
    const both = await Promise.all([again('one', dana), again('one', dana)]);
    const [{ body: first }] = both;
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    const { token, ...seat } = first as WebCall;
    for (const { body } of [...both, await again('one', dana)]) expect(body).toMatchObject(seat);
    const { video, name, exp } = await claimsOf(token);
    expect({ room: video?.room, name }).toEqual({ room: seat.room, name: 'Dana' });
    expect(Date.parse(seat.expiresAt) / 1_000).toBeCloseTo(exp ?? 0, -1);

    const refused = await again('one', { name: 'Eve' });
    expect(refused).toMatchObject({ status: 409, body: errorOf('idempotency_key_reused', 'Idempotency-Key') });
    for (const call of [again('two', dana), again('one', dana, other), start(dana)])
      expect(await call).not.toMatchObject({ body: { room: seat.room } });
    expect(await again('x'.repeat(201), dana)).toMatchObject({ status: 400, body: errorOf('bad_parameter') });
  });

  test('needs a LiveKit server, and its address', async () => {
    const { LIVEKIT_URL: _, ...noAddress } = LIVEKIT;
    for (const [env, field] of [
      [{}, 'LIVEKIT_API_KEY'],
      [noAddress, 'LIVEKIT_URL'],
    ] as const) {
      const without = await startApi({ nats, store }, env);
      const { status, body } = await send(`${without.url}/v1/web-calls`, {}, await api.key());
      expect({ status, body }).toMatchObject({ status: 503, body: errorOf('rooms_not_configured', field) });
      await without.stop();
    }
  });

  test('may reach the server from the page, with the microphone; elsewhere the page may not', async () => {
    const headersOf = async (one: TestApi) => (await one.get('/docs')).headers;
    const without = await startApi({ nats, store });
    expect((await headersOf(api)).get('permissions-policy')).toContain('microphone=(self)');
    expect((await headersOf(without)).get('permissions-policy')).toContain('microphone=()');
    const policy = (await api.get('/v1/session')).headers.get('content-security-policy');
    expect(policy).toContain("connect-src 'self' wss://livekit.example https://livekit.example;");
    expect((await without.get('/v1/session')).headers.get('content-security-policy')).toContain("connect-src 'self';");
    await without.stop();
  });
});
