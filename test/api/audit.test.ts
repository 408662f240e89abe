import type { Context } from 'hono';
import type { NatsConnection } from 'nats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogRead } from '../../api/audit.ts';
import type { Principal } from '../../api/auth/principal.ts';
import type { ApiEnv } from '../../api/http/router.ts';
import { concludeStoredCall } from '../../analytics-worker/derive/call.ts';
import { readCalls } from '../../analytics-worker/derive/read.ts';
import { readConclusionConfig } from '../../analytics-worker/conclusions/config.ts';
import { step } from '../../analytics-worker/ingest/step.ts';
import { insertMapped } from '../../analytics-worker/store/mapped.ts';
import type { Store } from '../../clickhouse/client.ts';
import { readsOfCall } from '../../clickhouse/queries/reads-of-call.ts';
import { encode } from '../../events/codec.ts';
import { streams, subjects } from '../../events/subjects.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker } from '../harness/worker.ts';
import { aCall } from './a-call.ts';

let nats: TestNats;
let testStore: TestStore;
let store: Store;
let nc: NatsConnection;

beforeAll(async () => {
  [nats, testStore] = await Promise.all([startNats(), startStore()]);
  await provisionBroker(nats);
  nc = await nats.connect();
  store = testStore.store();
});
afterAll(() => Promise.all([nats?.stop(), testStore?.stop()]));

const principal: Principal = { tenant: 't1', role: 'analyst', by: 'ada', kind: 'key', id: 'abc', expiresAtMs: null };

/** What a route hands over: who asks, in which request. */
function requestOf(who: Principal, requestId: string) {
  return { get: (name: string) => (name === 'principal' ? who : requestId) } as unknown as Context<ApiEnv>;
}

async function published(subject: string) {
  const consumer = await nc.jetstream().consumers.get(streams.events.name, { filterSubjects: subject });
  const { num_pending: count } = await consumer.info();
  const found = [];
  for (let n = 0; n < count; n++) {
    const message = await consumer.next();
    if (message)
      found.push({ subject: message.subject, data: message.data, brokerAt: message.info.timestampNanos / 1e6 });
  }
  return found;
}

describe('reading a transcript', () => {
  it('is written down before it happens, by whom, and cannot be hidden by repeating a request', async () => {
    const logRead = createLogRead(nc);
    await logRead(requestOf(principal, 'the-same-request'), 'c1', 'transcript');
    await logRead(requestOf(principal, 'the-same-request'), 'c1', 'transcript');
    const events = await published('ev.t1.c1.transcript.read');
    expect(events).toHaveLength(2);

    const outcomes = events.map(step);
    expect(outcomes).toMatchObject([
      { kind: 'rows', known: true, trigger: undefined },
      { kind: 'rows', known: true, trigger: undefined },
    ]);
    await insertMapped(
      store,
      outcomes.flatMap((outcome) => (outcome.kind === 'rows' ? outcome.rows : [])),
    );
    const read = { what: 'transcript', read_by: 'ada', read_by_kind: 'key', read_by_id: 'abc', role: 'analyst' };
    expect(await store.run(readsOfCall, { tenant: 't1', callId: 'c1' })).toMatchObject([read, read]);
    expect(await store.run(readsOfCall, { tenant: 't2', callId: 'c1' })).toEqual([]);
  });

  it('changes no conclusion and no book of the call', async () => {
    const config = readConclusionConfig({ personKeySecret: 'secret-of-a-test' });
    const call = 'c2';
    const facts = aCall(call);
    await insertMapped(store, facts.flatMap(rowsOf));
    const place = { tenant: 't1', call };
    const conclude = async () => concludeStoredCall(place, (await readCalls(store, [place]))(place), config);
    const before = await conclude();
    await createLogRead(nc)(requestOf(principal, 'r-1'), call, 'events');
    for (const event of await published(`ev.t1.${call}.transcript.read`)) {
      const outcome = step(event);
      await insertMapped(store, outcome.kind === 'rows' ? outcome.rows : []);
    }
    expect(await store.run(readsOfCall, { tenant: 't1', callId: call })).toHaveLength(1);
    const after = await conclude();
    expect(before?.conclusions.books).toMatchObject([{ producerKind: 'collector', state: 'balanced' }]);
    expect(after?.conclusions).toEqual(before?.conclusions);
  });

  it('does not happen while it cannot be written down', async () => {
    const logRead = createLogRead(nc);
    await nats.kill();
    await expect(logRead(requestOf(principal, 'r-2'), 'c3', 'transcript')).rejects.toMatchObject({
      problem: { code: 'audit_unavailable' },
    });
    await nats.restart();
  });
});

function rowsOf(fact: ReturnType<typeof aCall>[number]) {
  const message = { subject: subjects.event(fact.tenant, fact.call, fact.type), data: encode(fact), brokerAt: fact.at };
  const outcome = step(message);
  if (outcome.kind !== 'rows') throw new Error(outcome.problem.message);
  return outcome.rows;
}
