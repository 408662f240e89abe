import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { NatsConnection } from 'nats';
import { analysers } from '../../analytics-worker/analysis/stored/analysers.ts';
import type { Store } from '../../clickhouse/client.ts';
import { callsSummary } from '../../clickhouse/queries/calls-summary.ts';
import { tables } from '../../clickhouse/tables/index.ts';
import { newCall } from '../../events/ids.ts';
import { sessionRow } from '../clickhouse/rows.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker, startWorker, type TestWorker } from '../harness/worker.ts';
import { send } from './hot-call.ts';
import { startSpanCollector, type SpanCollector } from './span-collector.ts';
import { spokenCall } from './spoken-call.ts';
import { resultOf, resultsOf } from './stored-results.ts';

const TENANT = 't1';
const WAIT = { timeout: 20_000, interval: 100 };
let nats: TestNats;
let testStore: TestStore;
let store: Store;
let worker: TestWorker;
let collector: SpanCollector;
let nc: NatsConnection;

beforeAll(async () => {
  [nats, testStore] = await Promise.all([startNats(), startStore()]);
  await provisionBroker(nats);
  collector = await startSpanCollector();
  const traced = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: '100' };
  [worker, nc] = await Promise.all([startWorker({ nats, store: testStore }, traced), nats.connect()]);
  store = testStore.store();
}, 60_000);

afterAll(async () => {
  await worker?.kill('SIGTERM');
  await Promise.all([nats?.stop(), testStore?.stop(), collector?.stop()]);
});

const result = (call: string, analyser: string) => resultOf(store, TENANT, call, analyser);
const sessionOf = async (call: string) => (await store.run(callsSummary, { tenant: TENANT, callIds: [call] }))[0];

describe('a call that has ended', () => {
  it('has a result of each analyser, with the words that prove it and where they are on record', async () => {
    const call = newCall();
    const { facts, ending } = spokenCall(TENANT, call);
    await send(nc, facts);
    await vi.waitFor(async () => expect(await sessionOf(call)).toMatchObject({ status: 'active' }), WAIT);
    expect(await resultsOf(store, TENANT, call)).toEqual([]);
    await send(nc, ending);
    await vi.waitFor(async () => expect((await result(call, 'summary'))?.version).toBe(12), WAIT);

    const all = await resultsOf(store, TENANT, call);
    expect(all.map(({ analyser }) => analyser)).toEqual([...Object.keys(analysers), 'lead_score'].toSorted());
    expect((await result(call, 'objections'))?.result).toMatchObject({
      objections: [{ type: 'price', resolved: true, item: 6, item_id: 'item_6' }],
      competitors: [{ name: 'docusign', item: 8, item_id: 'item_8' }],
    });
    expect((await result(call, 'action_items'))?.result).toMatchObject({
      action_items: expect.arrayContaining([expect.objectContaining({ owner: 'agent', due: 'friday' })]) as unknown,
    });
    expect((await result(call, 'summary'))?.result).toMatchObject({ outcome: 'follow_up' });
    expect((await result(call, 'performance'))?.result).toMatchObject({ performance: {}, cost: { lines: [] } });
  });

  it('is one trace from its first event to its results', async () => {
    const call = newCall();
    const { facts, ending } = spokenCall(TENANT, call);
    await send(nc, [...facts, ...ending]);
    await vi.waitFor(() => {
      const own = collector.spansOf(call);
      expect(new Set(own.map(({ traceId }) => traceId)).size).toBe(1);
      expect(new Set(own.map(({ name }) => name))).toEqual(new Set(['event', 'derive', 'call']));
      expect(own.filter(({ name }) => name === 'event')).toHaveLength(facts.length + ending.length);
    }, WAIT);
    expect(JSON.stringify(collector.spans)).not.toContain('contracts');
  });

  it('is held against the week of its agent', async () => {
    const earlier = Array.from({ length: 6 }, (_, index) => {
      const startedAt = Date.now() - (index + 2) * 3_600_000;
      const times = {
        started_at: startedAt,
        ended_at: startedAt + 300_000,
        duration_ms: 300_000,
        last_event_at: startedAt,
      };
      return sessionRow({ tenant: 'week', call_id: `earlier-${index}`, agent_name: 'front-desk', ...times });
    });
    await store.insert(tables.sessions, earlier);
    const call = newCall();
    const { facts, ending } = spokenCall('week', call);
    await send(nc, [...facts, ...ending]);
    const performance = () => resultOf(store, 'week', call, 'performance');
    await vi.waitFor(async () => expect((await performance())?.version).toBe(12), WAIT);
    const shorter = { metric: 'duration', n: 6, median: 5, anomalous: true, direction: 'lower' };
    const anomalies = expect.arrayContaining([expect.objectContaining(shorter)]) as unknown;
    expect((await performance())?.result['performance']).toMatchObject({ anomalies });
  });

  it('has the lead corrected by what was said, with whose word each signal is', async () => {
    const call = newCall();
    const { facts, ending } = spokenCall(TENANT, call, { signals: { team_size: 40 } });
    await send(nc, facts);
    await vi.waitFor(async () => expect(await sessionOf(call)).toMatchObject({ lead_score: 26 }), WAIT);
    await send(nc, ending);
    await vi.waitFor(async () => expect(await sessionOf(call)).toMatchObject({ lead_score: 68, tier: 'tier_1' }), WAIT);
    const score = await result(call, 'lead_score');
    const lines = (score?.result['breakdown'] ?? []) as Record<string, unknown>[];
    expect(lines.map(({ signal, value, source }) => [signal, value, source])).toEqual([
      ['team_size', 40, 'agent'],
      ['monthly_volume', 300, 'rules'],
      ['integration_needs', ['salesforce'], 'rules'],
      ['decision_timeline', null, null],
      ['budget_authority', null, null],
    ]);
    expect(lines[1]?.['evidence']).toMatchObject({ itemId: 'item_2', eventId: expect.stringContaining(call) });
  });

  it('is analysed again when a late event adds to what was said', async () => {
    const call = newCall();
    const { facts, ending, late } = spokenCall(TENANT, call);
    await send(nc, [...facts, ...ending]);
    await vi.waitFor(async () => expect((await result(call, 'lead'))?.version).toBe(12), WAIT);
    const said = 'actually we have to decide this week and i am the owner so i decide';
    const item = { itemId: 'item_10', role: 'user', text: said, createdAt: Date.now(), interrupted: false } as const;
    await send(nc, [late('item.committed', item)]);
    await vi.waitFor(async () => expect((await result(call, 'lead'))?.version).toBe(13), WAIT);
    expect((await result(call, 'lead'))?.result).toMatchObject({ lead: { score: 100, tier: 'tier_1' } });
    expect(await resultsOf(store, TENANT, call)).toHaveLength(Object.keys(analysers).length + 1);
    await vi.waitFor(async () => expect(await sessionOf(call)).toMatchObject({ lead_score: 100 }), WAIT);
  });
});
