import { randomBytes } from 'node:crypto';
import { AccessToken } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WebCall } from '../../api/types.ts';
import { streams } from '../../events/subjects.ts';
import { startApi, type TestApi } from '../harness/api.ts';
import { LIVEKIT, post, signatureOf, toldRoom } from '../harness/livekit-webhooks.ts';
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

const start = () => startWebCall(api);

/** A web call that an agent has joined. */
async function joined(): Promise<WebCall & { job: string }> {
  const made = await start();
  const job = `AJ_${randomBytes(6).toString('hex')}`;
  const room = toldRoom(JSON.stringify({ earshot: { tenant: 'acme' } }), { name: made.room });
  const agent = room.joined({ identity: `agent-${job}`, kind: 'AGENT' });
  for (const body of [room.started(), room.joined({ identity: made.identity }), agent])
    expect((await post(api.url, body)).status).toBe(200);
  return { ...made, job };
}

const heard = (seq: number, data: object = {}, at = Date.now()) => ({
  seq,
  type: 'page.heard',
  at,
  data: { heardMs: 900, stoppedAtMs: at - 900, startedAtMs: at, ...data },
});
const SAMPLE = {
  quality: 'good',
  packetLossPercent: 1.5,
  jitterMs: 4,
  rttMs: 80,
  bytesIn: 1_000,
  bytesOut: 2_000,
  reconnections: 0,
};
const sampled = (seq: number, data: object = {}) => ({
  seq,
  type: 'connection.sampled',
  at: Date.now(),
  data: { ...SAMPLE, ...data },
});
const closed = (seq: number, lastSeq = seq) => ({
  seq,
  type: 'producer.closed',
  at: Date.now(),
  data: { lastSeq, by: 'self' },
});
const report = (call: Pick<WebCall, 'reportUrl' | 'token'>, facts: object[], more: object = {}) =>
  send(api.url + call.reportUrl, { instance: 'page1', facts, ...more }, call.token);

async function pageFacts(call: string) {
  const nc = await nats.connect();
  const consumer = await nc.jetstream().consumers.get(streams.events.name, {
    filterSubjects: ['page.heard', 'connection.sampled', 'producer.closed'].map((type) => `ev.acme.${call}.${type}`),
  });
  const { num_pending: count } = await consumer.info();
  const facts: { id: string; type: string; at: number; producer: object; data: Record<string, unknown> }[] = [];
  while (facts.length < count) {
    const message = await consumer.next();
    if (message) facts.push(message.json());
  }
  await nc.close();
  return facts;
}

describe('a report of the page', () => {
  test('is facts of the call that the agent took, numbered by the page, each once', async () => {
    const call = await joined();
    const facts = [heard(1), sampled(2), closed(3)];
    expect(await report(call, facts)).toEqual({ status: 202, body: { accepted: 3 } });
    expect(await report(call, facts)).toEqual({ status: 202, body: { accepted: 3 } });
    const stored = await pageFacts(call.job);
    expect(stored.map(({ type }) => type).toSorted()).toEqual(['connection.sampled', 'page.heard', 'producer.closed']);
    for (const { id, producer } of stored) {
      expect(producer).toMatchObject({ kind: 'page', instance: 'page1' });
      expect(id).toContain(`acme.${call.job}.page.page1.`);
    }
    expect(stored.find(({ type }) => type === 'connection.sampled')?.data).toEqual({ ...SAMPLE, side: 'caller' });
  });

  test('waits until an agent has joined', async () => {
    const call = await start();
    expect(await report(call, [heard(1)])).toMatchObject({ status: 409, body: errorOf('call_not_linked') });
  });

  test('loses what the clock of the page is wrong by', async () => {
    const call = await joined();
    const [now, wrongBy] = [Date.now(), -3 * 3_600_000];
    expect(await report(call, [heard(1, {}, now + wrongBy)], { sentAt: now + wrongBy })).toMatchObject({ status: 202 });
    expect(await report(call, [heard(2, {}, now + wrongBy)])).toMatchObject({ status: 202 });
    for (const { at, data } of await pageFacts(call.job)) {
      expect(Math.abs(at - now)).toBeLessThan(10_000);
      expect(data['startedAtMs']).toBe(at);
      expect(data['stoppedAtMs']).toBe(at - 900);
    }
  });

  test.each<[string, object]>([
    ['facts.0.data.heardMs', heard(1, { heardMs: 60_001 })],
    ['facts.0.data.heardMs', heard(1, { heardMs: -1 })],
    ['facts.0.data.heardMs', heard(1, { heardMs: '900' })],
    ['facts.0.data.startedAtMs', heard(1, { startedAtMs: 0 })],
    ['facts.0.data', heard(1, { words: 'let me in' })],
    ['facts.0.seq', heard(0)],
    ['facts.0.seq', heard(5_001)],
    ['facts.0.data.quality', sampled(1, { quality: '<script>' })],
    ['facts.0.data.packetLossPercent', sampled(1, { packetLossPercent: 101 })],
    ['facts.0.data.rttMs', sampled(1, { rttMs: 1e9 })],
    ['facts.0.data.bytesIn', sampled(1, { bytesIn: 2 ** 60 })],
    ['facts.0.data.reconnections', sampled(1, { reconnections: 1e9 })],
    ['facts.0.data.side', sampled(1, { side: 'agent' })],
    ['facts.0.data.lastSeq', closed(3, 4)],
    ['facts.0.data.by', { ...closed(3), data: { lastSeq: 3, by: 'drain' } }],
    ['facts.0.type', { ...heard(1), type: 'call.ended' }],
    ['facts.0.type', { ...heard(1), type: 'signal.recorded' }],
    ['facts.0', { ...heard(1), tenant: 'rival' }],
    ['facts.0.at', heard(1, {}, Number.MAX_VALUE)],
  ])('that cannot be is refused, and names %s', async (field, fact) => {
    const call = await joined();
    const answer = await report(call, [fact]);
    expect(answer).toMatchObject({ status: 400, body: errorOf('bad_parameter', field) });
    expect(await pageFacts(call.job)).toEqual([]);
  });

  test.each<[string, object[], object]>([
    ['facts', [], {}],
    ['facts', Array.from({ length: 51 }, (_, index) => heard(index + 1)), {}],
    ['instance', [heard(1)], { instance: 'a.b' }],
    ['facts.1.at', [heard(1), heard(2, {}, Date.now() - 2 * 3_600_000)], {}],
    ['', [heard(1)], { call: 'theirs' }],
  ])('as a whole: %s', async (field, facts, more) => {
    const call = await joined();
    const answer = await report(call, facts, more);
    expect(answer).toMatchObject({ status: 400, body: errorOf('bad_parameter', field) });
    expect(await pageFacts(call.job)).toEqual([]);
  });

  test('needs the token of the caller of that room', async () => {
    const [call, other] = [await joined(), await joined()];
    const grant = { roomJoin: true, room: call.room };
    const made = async (identity: string, secret = SECRET) => {
      const token = new AccessToken(KEY, secret, { identity });
      token.addGrant(grant);
      return token.toJwt();
    };
    const asked = async (token: string) => (await report({ ...call, token }, [heard(1)])).status;
    expect(await asked(other.token)).toBe(404);
    expect(await asked(await made('caller-x', 'b-secret-of-at-least-32-characters'))).toBe(401);
    expect(await asked(await made(`agent-${call.job}`))).toBe(401);
    expect(await asked(await signatureOf('x'))).toBe(401);
    expect(await asked(await api.key({ tenant: 'acme' }))).toBe(401);
    expect(await asked('x')).toBe(401);
    expect((await send(api.url + call.reportUrl, { facts: [] })).status).toBe(401);
    expect(await pageFacts(call.job)).toEqual([]);
  });

  test('is taken after the time to join is over, and refused hours later', async () => {
    const call = await joined();
    const agedBy = async (hours: number) => {
      const token = new AccessToken(KEY, SECRET, { identity: 'caller-x', ttl: `-${hours}h` });
      token.addGrant({ roomJoin: true, room: call.room });
      return (await report({ ...call, token: await token.toJwt() }, [heard(1)])).status;
    };
    expect(await agedBy(3)).toBe(202);
    expect(await agedBy(5)).toBe(401);
  });

  test('comes of twenty pages at most, sixty times a minute', async () => {
    const call = await joined();
    const pages = await Promise.all(
      Array.from({ length: 25 }, (_, index) => report(call, [heard(1)], { instance: `page${index}` })),
    );
    expect(pages.filter(({ status }) => status === 202)).toHaveLength(20);
    expect(pages.filter(({ status }) => status === 429)).toHaveLength(5);
    const many = await Promise.all(
      Array.from({ length: 120 }, () => report(call, [sampled(2)], { instance: 'page0' })),
    );
    expect(many.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
  });
});
