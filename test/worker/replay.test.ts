import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { NatsConnection } from 'nats';
import { buckets } from '../../analytics-worker/broker/topology.ts';
import { startReplay } from '../../analytics-worker/ingest/replay.ts';
import { callFacts } from '../../clickhouse/queries/call-facts.ts';
import { encode } from '../../events/codec.ts';
import { newCall } from '../../events/ids.ts';
import { subjects } from '../../events/subjects.ts';
import { createLog } from '../../lib/log.ts';
import { aFact } from '../harness/facts.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker } from '../harness/worker.ts';

const TENANT = 't1';
const WAIT = { timeout: 20_000, interval: 100 };
let nats: TestNats;
let store: TestStore;
let nc: NatsConnection;
let replay: { stop(): Promise<void> } | undefined;

beforeAll(async () => {
  [nats, store] = await Promise.all([startNats(), startStore()]);
  await provisionBroker(nats);
  nc = await nats.connect();
}, 60_000);
afterEach(async () => {
  vi.useRealTimers();
  await replay?.stop();
});
afterAll(() => Promise.all([nats?.stop(), store?.stop()]));

it('stores what a store that was away for long may have lost, from when it was last seen', async () => {
  const call = newCall();
  const fact = aFact('signal.recorded', { name: 'team_size', value: 7, quote: 'seven of us' }, { call, seq: 1 });
  await nc.jetstream().publish(subjects.event(TENANT, call, fact.type), encode(fact), { msgID: fact.id });
  const state = await nc.jetstream().views.kv(buckets.state, { bindOnly: true });
  await state.put('store', JSON.stringify({ startedAt: 0, seenAt: Date.now() }));
  await store.kill();
  await store.restart();
  const later = Date.now() + 3_600_000;
  vi.useFakeTimers({ toFake: ['Date'], now: later });

  const reader = store.store();
  replay = await startReplay({ nc, store: reader, log: createLog('test'), signal: new AbortController().signal });
  const facts = () => reader.run(callFacts, { tenant: TENANT, callId: call });
  await vi.waitFor(async () => expect(await facts()).toHaveLength(1), WAIT);
  const seenAt = async () => (await state.get('store'))?.json<{ seenAt: number }>().seenAt;
  await vi.waitFor(async () => expect(await seenAt()).toBeGreaterThanOrEqual(later), WAIT);
});
