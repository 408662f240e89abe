import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { headers, type NatsConnection } from 'nats';
import { letterHeaders } from '../../analytics-worker/deadletters/letter.ts';
import { deadLetterDetail, deadLetterPage } from '../../api/schemas/pipeline.ts';
import { callFacts } from '../../clickhouse/queries/call-facts.ts';
import { readsOfCall } from '../../clickhouse/queries/reads-of-call.ts';
import { tables } from '../../clickhouse/tables/index.ts';
import { encode } from '../../events/codec.ts';
import { subjects } from '../../events/subjects.ts';
import { deadLetterRow } from '../clickhouse/rows.ts';
import { startApi, type TestApi } from '../harness/api.ts';
import { aFact } from '../harness/facts.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker, startWorker, type TestWorker } from '../harness/worker.ts';

const WAIT = { timeout: 20_000, interval: 100 };
const BODY = 'no "event" at all: ☎';

let nats: TestNats;
let store: TestStore;
let worker: TestWorker;
let api: TestApi;
let nc: NatsConnection;
let admin: string;
let rival: string;

beforeAll(async () => {
  [nats, store] = await Promise.all([startNats(), startStore()]);
  await provisionBroker(nats);
  [worker, api, nc] = await Promise.all([startWorker({ nats, store }), startApi({ nats, store }), nats.connect()]);
  admin = await api.key();
  rival = await api.key({ tenant: 'rival' });
  const h = headers();
  for (const id of ['first', 'second']) {
    h.set('Nats-Msg-Id', id);
    await nc.jetstream().publish(subjects.event('t1', 'call-1', 'item.committed'), BODY, { headers: h });
  }
  await vi.waitUntil(async () => (await list(admin)).items.length === 2, WAIT);
}, 60_000);

afterAll(async () => {
  await Promise.all([worker?.kill('SIGTERM'), api?.stop()]);
  await Promise.all([nats?.stop(), store?.stop()]);
});

const list = async (key: string, query = '') =>
  deadLetterPage.parse(await (await api.get(`/v1/dead-letters${query}`, key)).json());

const redrive = (key: string, seq: number) =>
  fetch(`${api.url}/v1/dead-letters/${seq}/redrive`, { method: 'POST', headers: { Authorization: `Bearer ${key}` } });

async function codeOf(response: Response): Promise<[number, string]> {
  const { error } = (await response.json()) as { error: { code: string } };
  return [response.status, error.code];
}

describe('dead letters', () => {
  it('are listed by page, newest first, with the reason', async () => {
    const first = await list(admin, '?limit=1');
    const second = await list(admin, `?limit=1&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items]).toMatchObject([
      { eventId: 'second', callId: 'call-1', stage: 'ingest', code: 'malformed_json', tries: 3 },
      { eventId: 'first', subject: 'ev.t1.call-1.item.committed' },
    ]);
    expect(second.nextCursor).toBeNull();
    expect(await codeOf(await api.get('/v1/dead-letters?cursor=x', admin))).toEqual([400, 'bad_cursor']);
  });

  it('are listed to the last where their places are not known', async () => {
    const tenant = 'of-old';
    const letters = ['a', 'b', 'c'].map((event_id) => deadLetterRow({ tenant, event_id, letter_seq: 0 }));
    await store.store().insert(tables.deadLetters, letters);
    const key = await api.key({ tenant });
    const seen: string[] = [];
    for (let query: string | null = '?limit=1'; query !== null && seen.length < 9;) {
      const { items, nextCursor } = await list(key, query);
      seen.push(...items.map(({ eventId }) => eventId));
      query = nextCursor === null ? null : `?limit=1&cursor=${nextCursor}`;
    }
    expect(seen).toEqual(['a', 'b', 'c']);
  });

  it('are shown with their bytes, which is written down', async () => {
    const [letter] = (await list(admin)).items;
    const response = await api.get(`/v1/dead-letters/${letter?.seq}`, admin);
    expect(deadLetterDetail.parse(await response.json())).toEqual({ ...letter, body: BODY });
    const reads = () => store.store().run(readsOfCall, { tenant: 't1', callId: 'call-1' });
    await vi.waitFor(async () => expect(await reads()).toMatchObject([{ what: 'dead_letter' }]), WAIT);
  });

  it('of another tenant are as good as none, and only who may operate sees any', async () => {
    const [letter] = (await list(admin)).items;
    const seq = letter?.seq ?? 0;
    expect((await list(rival)).items).toEqual([]);
    expect(await codeOf(await api.get(`/v1/dead-letters/${seq}`, rival))).toEqual([404, 'not_found']);
    expect(await codeOf(await redrive(rival, seq))).toEqual([404, 'not_found']);
    expect(await codeOf(await redrive(admin, 9_999))).toEqual([404, 'not_found']);
    expect((await list(admin)).items).toHaveLength(2);
    const analyst = await api.key({ role: 'analyst' });
    for (const path of ['', `/${seq}`])
      expect(await codeOf(await api.get(`/v1/dead-letters${path}`, analyst))).toEqual([403, 'forbidden']);
    expect(await codeOf(await redrive(analyst, seq))).toEqual([403, 'forbidden']);
  });

  it('are sent again: one that can be read by now is stored, another one comes back', async () => {
    const fact = aFact('signal.recorded', { name: 'team_size', value: 12 }, { call: 'call-2' });
    const subject = subjects.event(fact.tenant, fact.call, fact.type);
    const problem = { code: 'newer_version', message: 'is 2' };
    const letter = { subject, stage: 'ingest', problem, tries: 3, eventId: fact.id } as const;
    const readable = await nc.jetstream().publish(subjects.deadLetter(subject), encode(fact), {
      headers: letterHeaders({ ...letter, stream: 'EVENTS', streamSeq: 7, brokerAt: Date.now() }),
    });
    expect((await redrive(admin, readable.seq)).status).toBe(202);
    const facts = () => store.store().run(callFacts, { tenant: 't1', callId: 'call-2' });
    await vi.waitFor(async () => expect(await facts()).toMatchObject([{ event_id: fact.id }]), WAIT);

    const before = (await list(admin)).items;
    const unreadable = before[0]?.seq ?? 0;
    expect((await redrive(admin, unreadable)).status).toBe(202);
    await vi.waitFor(async () => {
      const after = (await list(admin)).items;
      expect(after.map(({ eventId }) => eventId)).toEqual(before.map(({ eventId }) => eventId));
      expect(after[0]?.seq).toBeGreaterThan(unreadable);
    }, WAIT);
    expect(await codeOf(await redrive(admin, unreadable))).toEqual([404, 'not_found']);
  });

  it('wait when no worker is there', async () => {
    await worker.kill('SIGTERM');
    const [letter] = (await list(admin)).items;
    expect(await codeOf(await redrive(admin, letter?.seq ?? 0))).toEqual([503, 'worker_unavailable']);
  });
});
