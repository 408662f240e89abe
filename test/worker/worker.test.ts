import { headers, type NatsConnection } from 'nats';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readDeadLetters } from '../../analytics-worker/deadletters/read.ts';
import { redrive } from '../../analytics-worker/deadletters/redrive.ts';
import type { Store } from '../../clickhouse/client.ts';
import { books } from '../../clickhouse/queries/books.ts';
import { callsSummary } from '../../clickhouse/queries/calls-summary.ts';
import { storedEvents } from '../../clickhouse/queries/stored-events.ts';
import type { Fact } from '../../events/catalogue.ts';
import { encode } from '../../events/codec.ts';
import { newCall } from '../../events/ids.ts';
import { subjects } from '../../events/subjects.ts';
import { aFact } from '../harness/facts.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker, startWorker, type TestWorker } from '../harness/worker.ts';

const TENANT = 't1';
const WAIT = { timeout: 20_000, interval: 100 };
let nats: TestNats;
let testStore: TestStore;
let store: Store;
let worker: TestWorker;
let nc: NatsConnection;

beforeAll(async () => {
  [nats, testStore] = await Promise.all([startNats(), startStore()]);
  await provisionBroker(nats);
  [worker, nc] = await Promise.all([startWorker({ nats, store: testStore }), nats.connect()]);
  store = testStore.store();
}, 60_000);

afterAll(async () => {
  await worker?.kill('SIGTERM');
  await Promise.all([nats?.stop(), testStore?.stop()]);
});

/** A short call of one collector: numbered, ended and closed. */
function aCall(call = newCall()): { call: string; facts: Fact[] } {
  let seq = 0;
  const at = Date.now() - 1_000;
  const next = () => ({ tenant: TENANT, call, seq: ++seq, at: at + seq });
  const started = { startedAt: at, agent: { name: 'front-desk' }, sdk: { name: 'test' }, channel: 'web' } as const;
  const facts: Fact[] = [
    aFact('call.started', started, next()),
    aFact(
      'item.committed',
      { itemId: 'i1', role: 'user', text: 'twelve of us', createdAt: at, interrupted: false },
      next(),
    ),
    aFact('signal.recorded', { name: 'team_size', value: 12, itemId: 'i1', quote: 'twelve of us' }, next()),
    aFact('call.ended', { endedAt: at + 500, reason: 'caller_hung_up', by: 'caller' }, next()),
  ];
  facts.push(aFact('producer.closed', { lastSeq: seq + 1, by: 'self' }, next()));
  return { call, facts };
}

async function send(facts: readonly Fact[], suffix = ''): Promise<void> {
  const js = nc.jetstream();
  for (const fact of facts) {
    await js.publish(subjects.event(fact.tenant, fact.call, fact.type), encode(fact), { msgID: fact.id + suffix });
  }
}

const summaryOf = async (call: string) => (await store.run(callsSummary, { tenant: TENANT, callIds: [call] }))[0];
const booksOf = async (call: string) => (await store.run(books, { tenant: TENANT, callIds: [call] }))[0];

describe('a call on its way', () => {
  it('becomes a session, a score and books that balance', async () => {
    const { call, facts } = aCall();
    await send(facts);
    const ended = { status: 'ended', end_reason: 'caller_hung_up', tier: 'tier_1', complete: true };
    await vi.waitFor(async () => expect(await summaryOf(call)).toMatchObject(ended), WAIT);
    // Sessions are stored last.
    expect(await booksOf(call)).toMatchObject({ state: 'balanced', published: 5, stored: 5 });
  });

  it('counts once what is published again after the duplicate window', async () => {
    const { call, facts } = aCall();
    await send(facts);
    await send(facts, '-again');
    await vi.waitFor(async () => {
      const [row] = await store.run(storedEvents, { tenant: TENANT, callIds: [call] });
      expect(row?.written).toBeGreaterThanOrEqual(5);
      expect(row).toMatchObject({ stored: 5, events: 5 });
    }, WAIT);
    await vi.waitFor(async () => expect(await booksOf(call)).toMatchObject({ state: 'balanced', stored: 5 }), WAIT);
  });

  it('is open while it goes on and known by its signals', async () => {
    const { call, facts } = aCall();
    await send(facts.slice(0, 3));
    await vi.waitFor(
      async () => expect(await summaryOf(call)).toMatchObject({ status: 'active', lead_score: 26 }),
      WAIT,
    );
    expect(await booksOf(call)).toMatchObject({ state: 'open', published: null });
    await send(facts.slice(3));
    await vi.waitFor(async () => expect(await booksOf(call)).toMatchObject({ state: 'balanced' }), WAIT);
  });
});

describe('what cannot be understood', () => {
  it('is tried three times, then a dead letter with bytes and reason that the books count; re-driven it is stored', async () => {
    const { call, facts } = aCall();
    const [, item] = facts;
    if (!item) throw new Error('no item');
    const broken = new TextEncoder().encode(JSON.stringify({ ...item, v: 2 }));
    await send(facts.filter((fact) => fact !== item));
    await nc.jetstream().publish(subjects.event(TENANT, call, item.type), broken, { msgID: item.id });

    await vi.waitFor(
      async () => expect(await booksOf(call)).toMatchObject({ state: 'balanced', stored: 4, dead_lettered: 1 }),
      WAIT,
    );
    const [letter] = await lettersOf(call);
    expect(letter?.letter).toMatchObject({
      tries: 3,
      problem: { code: 'newer_version', field: 'v' },
      eventId: item.id,
    });
    expect(letter?.data).toEqual(broken);

    await nc.jetstream().publish(subjects.event(TENANT, call, item.type), encode(item), {
      msgID: `${item.id}-mended`,
      headers: headers(),
    });
    await vi.waitFor(
      async () => expect(await booksOf(call)).toMatchObject({ state: 'balanced', stored: 5, dead_lettered: 0 }),
      WAIT,
    );
  });

  it('is re-driven under a new broker id and comes back when it fails again', async () => {
    const { call, facts } = aCall();
    const [first] = facts;
    if (!first) throw new Error('no fact');
    await nc.jetstream().publish(subjects.event('t2', call, first.type), encode(first), { msgID: first.id });
    await vi.waitFor(async () => expect(await lettersOf(call)).toHaveLength(1), WAIT);
    const [letter] = await lettersOf(call);
    expect(letter?.letter.problem).toMatchObject({ code: 'wrong_tenant', field: 'tenant' });
    await redrive(nc, store, letter?.seq ?? 0);
    await vi.waitFor(async () => {
      const [again] = await lettersOf(call);
      expect(again?.seq).toBeGreaterThan(letter?.seq ?? 0);
      expect(again?.letter.eventId).toBe(first.id);
    }, WAIT);
  });

  async function lettersOf(call: string) {
    const letters = [];
    for await (const letter of readDeadLetters(nc)) if (letter.letter.subject.includes(call)) letters.push(letter);
    return letters;
  }
});

const beat = { intervalMs: 200, pending: 0, spoolBytes: 0, loopDelayP99Ms: null };

describe('an agent that goes silent', () => {
  it('has its call closed as agent_lost, which a later event revises', async () => {
    const { call, facts } = aCall();
    const at = Date.now();
    await send([...facts.slice(0, 3), aFact('producer.beat', beat, { tenant: TENANT, call, seq: 4, at })]);
    await vi.waitFor(
      async () => expect(await summaryOf(call)).toMatchObject({ status: 'ended', end_reason: 'agent_lost' }),
      WAIT,
    );
    expect(await booksOf(call)).toMatchObject({ state: 'open' });

    const late = { tenant: TENANT, call, at: Date.now() };
    await send([
      aFact('call.ended', { endedAt: at, reason: 'agent_ended', by: 'agent' }, { ...late, seq: 5 }),
      aFact('producer.closed', { lastSeq: 6, by: 'self' }, { ...late, seq: 6 }),
    ]);
    await vi.waitFor(async () => expect(await summaryOf(call)).toMatchObject({ end_reason: 'agent_ended' }), WAIT);
    await vi.waitFor(async () => expect(await booksOf(call)).toMatchObject({ state: 'balanced', stored: 6 }), WAIT);
  });
});

describe('an agent that goes silent while others talk without a pause', () => {
  it('has its call closed all the same', async () => {
    const { call, facts } = aCall();
    const other = newCall();
    let seq = 0;
    const talk = setInterval(() => {
      void send([
        aFact('signal.recorded', { name: 'team_size', value: 3 }, { tenant: TENANT, call: other, seq: ++seq }),
      ]);
    }, 5);
    try {
      await send([
        ...facts.slice(0, 3),
        aFact('producer.beat', beat, { tenant: TENANT, call, seq: 4, at: Date.now() }),
      ]);
      await vi.waitFor(async () => expect(await summaryOf(call)).toMatchObject({ end_reason: 'agent_lost' }), WAIT);
      expect(await summaryOf(other)).toMatchObject({ status: 'active' });
    } finally {
      clearInterval(talk);
    }
  });
});

describe('health', () => {
  it('says ready with the parts there, and which is away when not', async () => {
    expect((await fetch(`${worker.url}/healthz`)).status).toBe(200);
    await vi.waitFor(async () => expect((await fetch(`${worker.url}/readyz`)).status).toBe(200), WAIT);
    expect(await (await fetch(`${worker.url}/metrics`)).text()).toMatch(
      /earshot_events_stored_total\{type="item.committed"\} [1-9]/,
    );
    await testStore.kill();
    await vi.waitFor(async () => {
      const answer = await fetch(`${worker.url}/readyz`);
      expect(answer.status).toBe(503);
      expect(await answer.json()).toMatchObject({ problems: { store: { code: 'store_unavailable' } } });
    }, WAIT);
    await testStore.restart();
    await vi.waitFor(async () => expect((await fetch(`${worker.url}/readyz`)).status).toBe(200), WAIT);
  });
});

describe('shutdown', () => {
  it('is in order and ends with 0', async () => {
    const second = await startWorker({ nats, store: testStore });
    expect(await second.kill('SIGTERM')).toBe(0);
    expect(second.log()).toContain('shutdown finished');
  });
});
