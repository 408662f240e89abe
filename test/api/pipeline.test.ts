import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { NatsConnection } from 'nats';
import { whyNot } from '../../api/pipeline/reasons.ts';
import { pipeline } from '../../api/schemas/pipeline.ts';
import { encode } from '../../events/codec.ts';
import { subjects } from '../../events/subjects.ts';
import { aFact } from '../harness/facts.ts';
import { startApi, type TestApi } from '../harness/api.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker, startWorker, type TestWorker } from '../harness/worker.ts';
import { startPublishing, type Publishing } from './publishing.ts';

const WAIT = { timeout: 20_000, interval: 100 };

let nats: TestNats;
let store: TestStore;
let worker: TestWorker;
let api: TestApi;
let publishing: Publishing;
let nc: NatsConnection;

beforeAll(async () => {
  [nats, store] = await Promise.all([startNats(), startStore()]);
  await provisionBroker(nats);
  [worker, api, publishing, nc] = await Promise.all([
    startWorker({ nats, store }),
    startApi({ nats, store }),
    startPublishing(nats.url),
    nats.connect(),
  ]);
}, 60_000);

afterAll(async () => {
  await publishing?.stop();
  await Promise.all([worker?.kill('SIGTERM'), api?.stop()]);
  await Promise.all([nats?.stop(), store?.stop()]);
});

async function askFor(key: string) {
  const response = await api.get('/v1/pipeline', key);
  expect(response.status).toBe(200);
  return pipeline.parse(await response.json());
}

describe('the pipeline', () => {
  it('says that nothing is lost when all books balance, and what goes on', async () => {
    const key = await api.key({ tenant: 'whole', role: 'viewer' });
    const closed = publishing.open('whole');
    for (const [name, value] of [
      ['team_size', 12],
      ['monthly_volume', 300],
      ['integration_needs', ['salesforce']],
      ['decision_timeline', 'this_week'],
      ['budget_authority', 'decision_maker'],
    ] as const)
      closed.signal(name, value);
    closed.end();
    const open = publishing.open('whole', 'eve');
    open.publish('producer.beat', { intervalMs: 5_000, pending: 3, spoolBytes: 900, loopDelayP99Ms: 1 });
    const balanced = { calls: 2, published: 8, stored: 8, openProducers: 1, unbalancedCalls: [] };
    await vi.waitFor(
      async () => expect(await askFor(key)).toMatchObject({ booksToday: balanced, lag: { oldestUnprocessedMs: 0 } }),
      WAIT,
    );
    const reader = await api.key({ tenant: 'whole', role: 'analyst', name: 'reader' });
    expect((await api.get(`/v1/calls/${closed.call}/transcript`, reader)).status).toBe(200);
    const state = await vi.waitFor(async () => {
      const now = await askFor(key);
      expect(now.booksToday.reads).toBe(1);
      expect(now.lag).toEqual({ state: 'ok', oldestUnprocessedMs: 0, waiting: 0 });
      return now;
    }, WAIT);
    expect(state, 'who reads a call writes in no books').toMatchObject({
      booksToday: balanced,
      nothingLost: true,
      reasons: [],
      deadLetters: 0,
      broker: { ok: true, problem: null },
    });
    expect(state.stream?.messages).toBeGreaterThanOrEqual(10);
    expect(state.stages.map(({ name }) => name)).toEqual(expect.arrayContaining(['ingest', 'derive-standard']));
    const sumOf = (name: 'stored' | 'reads') => state.rates.reduce((sum, rate) => sum + rate[name], 0);
    expect([sumOf('stored'), sumOf('reads')], 'the two beats of an open producer are counted too').toEqual([11, 1]);
    expect(state.spools).toMatchObject([{ callId: open.call, agent: 'eve', waiting: 3 }]);
    expect(state.store).toMatchObject({ ok: true, version: expect.stringMatching(/^\d+\./) });
    expect(state.workers).toMatchObject([{ id: expect.stringContaining(String(worker.pid)) }]);
    await vi.waitFor(
      async () =>
        expect((await askFor(key)).deliveries).toMatchObject([
          {
            callId: closed.call,
            who: { name: 'Dana Whitfield' },
            rule: 'hot_lead',
            destination: 'printed',
            state: 'sent',
          },
        ]),
      WAIT,
    );
  });

  it('says that something is lost, and why', async () => {
    const key = await api.key({ tenant: 'holes' });
    const place = { tenant: 'holes', call: 'call-with-hole' };
    const started = { startedAt: Date.now(), agent: { name: 'ada' }, sdk: { name: 'test' }, channel: 'web' } as const;
    const facts = [
      aFact('call.started', started, { ...place, seq: 1 }),
      aFact('producer.closed', { lastSeq: 3, by: 'self' }, { ...place, seq: 3 }),
    ];
    const js = nc.jetstream();
    for (const fact of facts)
      await js.publish(subjects.event(fact.tenant, fact.call, fact.type), encode(fact), { msgID: fact.id });
    await js.publish(subjects.event('holes', 'call-broken', 'item.committed'), 'not json');
    await vi.waitFor(async () => {
      const { nothingLost, reasons, booksToday, deadLetters } = await askFor(key);
      expect({ nothingLost, reasons }).toEqual({
        nothingLost: false,
        reasons: [
          '1 call of today lack events that were published',
          '1 event could not be understood and wait in the dead letters',
        ],
      });
      expect(booksToday.unbalancedCalls).toEqual(['call-with-hole']);
      expect(deadLetters).toBe(1);
    }, WAIT);
    expect((await askFor(await api.key({ tenant: 'empty' }))).booksToday).toMatchObject({ calls: 0, published: 0 });
  });

  it('has no sample without a worker, and knows nothing of the broker when that is away', async () => {
    const key = await api.key({ tenant: 'empty' });
    await worker.kill('SIGTERM');
    await vi.waitFor(
      async () =>
        expect(await askFor(key)).toMatchObject({
          lag: { state: 'no_sample', oldestUnprocessedMs: null, waiting: 0 },
          workers: [],
          nothingLost: false,
          reasons: ['no worker gives a sign of life, so nothing is stored'],
        }),
      WAIT,
    );
    await nats.kill();
    const away = { nothingLost: false, stream: null, stages: [], broker: { ok: false } };
    const unknown = { state: 'no_sample', oldestUnprocessedMs: null, waiting: null };
    await vi.waitFor(async () => expect(await askFor(key)).toMatchObject({ ...away, lag: unknown }), WAIT);
    const read = await askFor(key);
    expect(whyNot({ ...read, broker: { ok: true, problem: null } })).toEqual([
      'the broker cannot be asked how far the store is behind',
    ]);
    await store.kill();
    expect((await api.get('/v1/pipeline', key)).status).toBe(503);
  });
});
