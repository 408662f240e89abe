import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../clickhouse/client.ts';
import type { Query } from '../../clickhouse/query.ts';
import { booksTotal } from '../../clickhouse/queries/books-total.ts';
import { books } from '../../clickhouse/queries/books.ts';
import { callFacts } from '../../clickhouse/queries/call-facts.ts';
import { callsSummary } from '../../clickhouse/queries/calls-summary.ts';
import { deadLettersOfCall } from '../../clickhouse/queries/dead-letters-of-call.ts';
import { eventsTail, TAIL_OVERLAP_MS } from '../../clickhouse/queries/events-tail.ts';
import { leadScores } from '../../clickhouse/queries/lead-scores.ts';
import { openSessions } from '../../clickhouse/queries/open-sessions.ts';
import { storeStatus } from '../../clickhouse/queries/store-status.ts';
import { storedEvents } from '../../clickhouse/queries/stored-events.ts';
import { tables } from '../../clickhouse/tables/index.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { bookRow, deadLetterRow, eventRow, leadRow, resultRow, sessionRow, T0 } from './rows.ts';

let test: TestStore;
let store: Store;
beforeAll(async () => {
  test = await startStore();
  store = test.store();
}, 60_000);
afterAll(() => test.stop());

/** Parameters that fit every query; each takes those that it knows. */
const anything = {
  ...{ tenant: 'nobody', callId: 'none', personKey: 'none', callIds: [], personKeys: [], turns: [], versions: [] },
  ...{ fromMs: 0, splitMs: 1, toMs: 2, bucketMs: 1, targetMs: 1, lateMs: 1, limit: 1, by: 'agent' },
};

describe('every query', () => {
  it('is named after its file and answers on an empty store', async () => {
    const folder = new URL('../../clickhouse/queries/', import.meta.url);
    for (const file of await readdir(folder)) {
      const exported: Record<string, unknown> = await import(new URL(file, folder).href);
      const [query] = Object.values(exported).filter(isQuery);
      expect(query?.name, file).toBe(file.replace(/\.ts$/, ''));
      if (query) await store.run(query, anything);
    }
  });
});

function isQuery(value: unknown): value is Query<unknown, unknown> {
  return typeof value === 'object' && value !== null && 'sql' in value;
}

describe('call-facts', () => {
  it('gives each event once, in order, of this call only', async () => {
    const tenant = 'facts';
    const fact = (event_id: string, more: object) => eventRow({ tenant, event_id, ...more });
    const rows = [
      fact('c', { at: T0 + 10, seq: 3, at_stated: -5 }),
      fact('b', { at: T0, seq: 2 }),
      fact('a', { at: T0, seq: 1 }),
      fact('other', { call_id: 'call-2' }),
    ];
    await store.insert(tables.events, rows);
    await store.insert(tables.events, rows.slice(0, 2));
    const facts = await store.run(callFacts, { tenant, callId: 'call-1' });
    expect(facts).toEqual([
      { event_id: 'a', payload: '{}', at: T0, at_stated: null, broker_at: T0 + 5 },
      { event_id: 'b', payload: '{}', at: T0, at_stated: null, broker_at: T0 + 5 },
      { event_id: 'c', payload: '{}', at: T0 + 10, at_stated: -5, broker_at: T0 + 5 },
    ]);
  });

  it('is not led astray by what stands in its parameters', async () => {
    for (const evil of [
      `x' OR '1'='1`,
      `x\\' OR 1 -- `,
      `{callId:String}`,
      'x\n\nDROP TABLE events_v1',
      `'; SYSTEM SHUTDOWN; --`,
      'tab\there',
      '\0',
    ])
      expect(await store.run(callFacts, { tenant: evil, callId: evil })).toEqual([]);
    const tenant = `ten'ant\\ \t\n\n"; 🎧`;
    await store.insert(tables.events, [eventRow({ tenant, call_id: `it's` })]);
    expect(await store.run(callFacts, { tenant, callId: `it's` })).toHaveLength(1);
  });
});

describe('dead-letters-of-call', () => {
  it('gives the newest state of each', async () => {
    const tenant = 'letters';
    await store.insert(tables.deadLetters, [
      deadLetterRow({ tenant }),
      deadLetterRow({ tenant, event_id: 'unreadable', seq: null, at: T0 + 1 }),
    ]);
    await store.insert(tables.deadLetters, [deadLetterRow({ tenant, version: 2, state: 'redriven' })]);
    const letters = await store.run(deadLettersOfCall, { tenant, callId: 'call-1' });
    expect(letters.map(({ seq, state }) => [seq, state])).toEqual([
      [7, 'redriven'],
      [null, 'dead'],
    ]);
  });
});

describe('calls-summary', () => {
  it('gives the fullest reading of the calls asked for', async () => {
    const tenant = 'summary';
    const session = (call_id: string, more: object = {}) => sessionRow({ tenant, call_id, ...more });
    await store.insert(tables.sessions, [
      session('old', { started_at: T0 - 10_000 }),
      session('new', { version: 9, turns: 5 }),
    ]);
    await store.insert(tables.sessions, [session('new', { version: 4, turns: 2, status: 'active' })]);
    const ids = async (scope: object) =>
      (await store.run(callsSummary, { tenant, ...scope })).map((call) => call.call_id);
    expect(await ids({})).toEqual(['old', 'new']);
    expect(await ids({ callIds: ['new', `it's`] })).toEqual(['new']);
    expect(await ids({ callIds: [] })).toEqual([]);
    const [call] = await store.run(callsSummary, { tenant, callIds: ['new'] });
    expect(call).toMatchObject({
      version: 9,
      turns: 5,
      status: 'ended',
      started_at: T0,
      ended_at: T0 + 60_000,
      complete: true,
      agent_talk_ms: null,
    });
  });

  it('takes more call ids than fit into a URL', async () => {
    const callIds = Array.from({ length: 30_000 }, (_, index) => `AJ_call-with-a-long-name-${index}`);
    expect(await store.run(callsSummary, { tenant: 'many', callIds })).toEqual([]);
  });
});

describe('lead-scores', () => {
  it('puts score, reasons and person together, best first', async () => {
    const tenant = 'leads';
    await store.insert(tables.sessions, [
      sessionRow({ tenant, call_id: 'cold', person_key: 'nobody' }),
      sessionRow({ tenant, call_id: 'warm', lead_score: 40, tier: 'tier_2', person_key: 'nobody' }),
      sessionRow({ tenant, call_id: 'hot', lead_score: 90, tier: 'tier_1' }),
    ]);
    const result = (more: object) => resultRow({ tenant, call_id: 'hot', ...more });
    await store.insert(tables.analysisResults, [
      result({ analyser_version: 1, engine: 'llm', result: 'old' }),
      result({ analyser_version: 2, engine: 'rules', result: 'rules' }),
      result({ analyser_version: 2, engine: 'llm', result: 'llm', confidence: 'high' }),
      result({ analyser: 'summary', analyser_version: 9, result: 'another' }),
    ]);
    await store.insert(tables.leads, [leadRow({ tenant, version: 1n, name: 'A.' }), leadRow({ tenant, version: 2n })]);
    const scores = await store.run(leadScores, { tenant });
    expect(scores.map(({ call_id, lead_score }) => [call_id, lead_score])).toEqual([
      ['hot', 90],
      ['warm', 40],
      ['cold', null],
    ]);
    expect(scores[0]).toMatchObject({
      analyser_version: 2,
      engine: 'llm',
      confidence: 'high',
      result: 'llm',
      name: 'Ada',
    });
    expect(scores[1]).toMatchObject({ result: null, name: null });
  });
});

describe('books', () => {
  it('gives every producer and sums up those that count', async () => {
    const tenant = 'books';
    await store.insert(tables.sessions, [sessionRow({ tenant }), sessionRow({ tenant, call_id: 'call-2' })]);
    await store.insert(tables.books, [
      bookRow({ tenant, state: 'open', published: null, version: 1 }),
      bookRow({ tenant, call_id: 'call-2', published: 5, stored: 5, dead_lettered: 0, declared_gaps: 0, version: 1 }),
      bookRow({
        tenant,
        producer_kind: 'webhook',
        producer_instance: 'lk',
        published: null,
        stored: 3,
        state: 'uncounted',
      }),
    ]);
    expect(await store.run(booksTotal, { tenant })).toMatchObject([{ calls: 2, open: 1, unknown: 1, published: null }]);
    await store.insert(tables.books, [bookRow({ tenant, version: 2 })]);
    expect(await store.run(booksTotal, { tenant })).toEqual([
      {
        calls: 2,
        producers: 3,
        balanced: 2,
        unbalanced: 0,
        open: 0,
        uncounted: 1,
        unknown: 0,
        published: 15,
        stored: 13,
        dead_lettered: 1,
        declared_gaps: 1,
      },
    ]);
    const rows = await store.run(books, { tenant, callIds: ['call-1'] });
    expect(rows.map(({ producer_kind, state, published }) => [producer_kind, state, published])).toEqual([
      ['collector', 'balanced', 10],
      ['webhook', 'uncounted', null],
    ]);
  });

  it('tell events from rows: redelivered ones count once', async () => {
    const tenant = 'twice';
    await store.insert(tables.sessions, [sessionRow({ tenant })]);
    await store.command('stop', `ALTER TABLE events_v1 MODIFY SETTING max_bytes_to_merge_at_max_space_in_pool = 1`);
    for (let again = 0; again < 3; again++)
      await store.insert(tables.events, [eventRow({ tenant }), eventRow({ tenant, event_id: `e${again}` })]);
    expect(await store.run(storedEvents, { tenant })).toEqual([
      { call_id: 'call-1', stored: 4, events: 4, written: 6 },
    ]);
  });
});

describe('open-sessions', () => {
  const tenant = 'sweep';
  it('gives open calls with the last sign of their agent, and lost ones of which more is stored than was read', async () => {
    const session = (call_id: string, more: object) => sessionRow({ tenant, call_id, ...more });
    const event = (call_id: string, event_id: string, brokerMs: number, more: object = {}) =>
      eventRow({ tenant, call_id, event_id, at: T0 + brokerMs - 1, broker_at: T0 + brokerMs, ...more });
    await store.insert(tables.sessions, [
      session('open', { status: 'active', heartbeat_ms: 200 }),
      session('new', { status: 'active', heartbeat_ms: 0 }),
      session('done', {}),
      session('lost', { end_reason: 'agent_lost', closing_event_id: 'closing', last_event_at: T0 + 60 }),
      session('back', { end_reason: 'agent_lost', closing_event_id: 'closing', last_event_at: T0 + 60 }),
    ]);
    await store.insert(tables.events, [
      event('open', 'open-1', 10, { seq: 1 }),
      event('open', 'open-3', 30, { seq: 3 }),
      event('open', 'open-2', 30, { seq: 2 }),
      event('open', 'room', 90, { producer_kind: 'webhook' }),
      event('new', 'new-1', 5),
      event('done', 'done-1', 999),
      event('lost', 'lost-1', 50),
      event('back', 'back-1', 50),
      event('back', 'back-2', 70),
    ]);
    const open = (await store.run(openSessions, {})).filter((row) => row.tenant === tenant);
    expect(
      open.map(({ call_id, revise, heartbeat_ms, last_event_id }) => [call_id, revise, heartbeat_ms, last_event_id]),
    ).toEqual([
      ['back', true, 5_000, 'back-2'],
      ['new', false, 5_000, 'new-1'],
      ['open', false, 200, 'open-3'],
    ]);
    expect(open[2]).toMatchObject({ last_broker_at: T0 + 30, last_at: T0 + 29, closing_event_id: '', started_at: T0 });
    expect(await store.run(openSessions, { sinceMs: T0 + 1 })).toEqual([]);
  });
});

describe('events-tail', () => {
  it('pages through what is new without leaving out or stopping at rows of one moment', async () => {
    const tenant = 'tail';
    const ids = Array.from({ length: 7 }, (_, index) => `e${index}`);
    await store.insert(
      tables.events,
      ids.map((event_id) => eventRow({ tenant, event_id })),
    );
    const seen: string[] = [];
    let from = { fromMs: Date.now() - TAIL_OVERLAP_MS, afterEventId: '' };
    for (
      let page = await store.run(eventsTail, { tenant, ...from, limit: 3 });
      page.length > 0;
      page = await store.run(eventsTail, { tenant, ...from, limit: 3 })
    ) {
      seen.push(...page.map(({ event_id }) => event_id));
      const last = page.at(-1);
      if (last) from = { fromMs: last.inserted_at, afterEventId: last.event_id };
    }
    expect(seen).toEqual(ids);
    expect(await store.run(eventsTail, { tenant, callId: 'call-2', fromMs: 0 })).toEqual([]);
  });
});

describe('store-status', () => {
  it('says which store it is and since when', async () => {
    const [status] = await store.run(storeStatus, {});
    expect(status).toMatchObject({ database: test.database, version: expect.stringMatching(/^\d+\.\d+/) });
    expect(Math.abs((status?.started_at ?? 0) - Date.now())).toBeLessThan(120_000);
  });
});
