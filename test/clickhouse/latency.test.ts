import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../clickhouse/client.ts';
import { latencyPercentiles } from '../../clickhouse/queries/latency-percentiles.ts';
import { livePulse } from '../../clickhouse/queries/live-pulse.ts';
import { turnParts } from '../../clickhouse/queries/turn-parts.ts';
import { turnsOfCalls } from '../../clickhouse/queries/turns-of-calls.ts';
import { unexplainedShare } from '../../clickhouse/queries/unexplained-share.ts';
import { tables } from '../../clickhouse/tables/index.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { partRow, sessionRow, T0, turnRow } from './rows.ts';

let test: TestStore;
let store: Store;
beforeAll(async () => {
  test = await startStore();
  store = test.store();
}, 60_000);
afterAll(() => test.stop());

describe('latency-percentiles', () => {
  it('are those that one computes by hand', async () => {
    const tenant = 'by-hand';
    const heard = [1_000, 200, 400, 300, 100];
    await store.insert(tables.sessions, [sessionRow({ tenant })]);
    await store.insert(tables.turns, [
      ...heard.map((heard_ms, turn) =>
        turnRow({ tenant, turn, heard_ms, heard_basis: 'agent_playout', total_latency_ms: heard_ms / 2 }),
      ),
      turnRow({ tenant, turn: 5, heard_ms: 50_000, heard_basis: 'agent_playout', excluded: 'cancelled' }),
      turnRow({ tenant, turn: 6, heard_ms: 7, heard_basis: 'modelled' }),
      turnRow({ tenant, turn: 7 }),
    ]);
    const rows = await store.run(latencyPercentiles, { tenant });
    const of = (measure: string, basis = '') => rows.find((row) => row.measure === measure && row.basis === basis);
    // 100 200 300 400 1000: p95 lies at rank 0.95 * 4 = 3.8, p99 at 3.96
    expect(of('heard_latency', 'agent_playout')).toEqual({
      measure: 'heard_latency',
      basis: 'agent_playout',
      n: 5,
      excluded: 1,
      missing: 0,
      avg_ms: 400,
      p50_ms: 300,
      p95_ms: expect.closeTo(400 + 0.8 * 600, 6),
      p99_ms: expect.closeTo(400 + 0.96 * 600, 6),
      max_ms: 1_000,
    });
    expect(of('heard_latency', 'modelled')).toMatchObject({ n: 1, p50_ms: 7, p99_ms: 7, max_ms: 7 });
    expect(of('heard_latency')).toMatchObject({ n: 0, missing: 1, excluded: 0 });
    expect(of('total_latency')).toMatchObject({ n: 5, excluded: 1, missing: 2, p50_ms: 150, max_ms: 500 });
    expect(of('llm_ttft')).toEqual({
      measure: 'llm_ttft',
      basis: '',
      n: 0,
      excluded: 1,
      missing: 7,
      avg_ms: null,
      p50_ms: null,
      p95_ms: null,
      p99_ms: null,
      max_ms: null,
    });
  });

  it('are unknown, not zero, where there is no turn', async () => {
    const rows = await store.run(latencyPercentiles, { tenant: 'nobody' });
    expect(rows.map(({ measure, n, p50_ms }) => [measure, n, p50_ms])).toEqual(
      ['heard_latency', 'total_latency', 'eou_delay', 'transcription_delay', 'llm_ttft', 'tts_ttfb'].map((measure) => [
        measure,
        0,
        null,
      ]),
    );
  });

  it('are of the calls asked for', async () => {
    const tenant = 'scoped';
    for (const [call_id, eou_delay_ms, started_at] of [
      ['a', 100, Date.now() - 9e6],
      ['b', 300, Date.now()],
    ] as const) {
      await store.insert(tables.sessions, [sessionRow({ tenant, call_id, started_at })]);
      await store.insert(tables.turns, [turnRow({ tenant, call_id, eou_delay_ms })]);
    }
    const p50 = async (scope: object) =>
      (await store.run(latencyPercentiles, { tenant, ...scope })).find(({ measure }) => measure === 'eou_delay')
        ?.p50_ms;
    expect(await p50({})).toBe(200);
    expect(await p50({ callIds: ['a'] })).toBe(100);
    expect(await p50({ callIds: [] })).toBe(null);
  });
});

describe('conclusions of several rows', () => {
  it('are read from the newest reading of a call only', async () => {
    const tenant = 'newest';
    const turn = (number: number, version: number) =>
      turnRow({ tenant, turn: number, version, heard_ms: version, heard_basis: 'agent_playout' });
    await store.insert(tables.sessions, [sessionRow({ tenant, version: 10 })]);
    await store.insert(tables.turns, [turn(1, 10), turn(2, 10), turn(3, 10)]);
    await store.insert(tables.turns, [turn(1, 12), turn(2, 12)]);
    const turns = async () => (await store.run(turnsOfCalls, { tenant })).map((row) => [row.turn, row.heard_ms]);
    expect(await turns(), 'the turn that a later event removed').toEqual([
      [1, 12],
      [2, 12],
    ]);
    await store.insert(tables.turns, [turn(1, 11), turn(2, 11), turn(3, 11)]);
    expect(await turns(), 'a slow worker that saw less').toEqual([
      [1, 12],
      [2, 12],
    ]);
    await store.insert(tables.sessions, [sessionRow({ tenant, version: 13 })]);
    expect(await turns(), 'a newest reading without turns').toEqual([]);
  });
});

describe('waterfall', () => {
  it('gives the parts in order', async () => {
    const tenant = 'parts';
    await store.insert(tables.sessions, [sessionRow({ tenant, version: 2 })]);
    await store.insert(tables.turnParts, [
      partRow({ tenant, version: 2, position: 1, part: 'synthesis', from_ms: 100, to_ms: 150, duration_ms: 50 }),
      partRow({ tenant, version: 2, position: 0 }),
      partRow({ tenant, version: 1, position: 2, part: 'tool' }),
    ]);
    const parts = await store.run(turnParts, { tenant, callIds: ['call-1'] });
    expect(parts.map(({ part, from_ms }) => [part, from_ms])).toEqual([
      ['model', 0],
      ['synthesis', 100],
    ]);
  });

  it('says which share stays unexplained', async () => {
    const tenant = 'share';
    await store.insert(tables.sessions, [sessionRow({ tenant })]);
    const turn = (number: number, unexplained_ms: number | null, more: object = {}) =>
      turnRow({ tenant, turn: number, heard_ms: 1_000, heard_basis: 'agent_playout', unexplained_ms, ...more });
    await store.insert(tables.turns, [
      turn(1, 10),
      turn(2, 20),
      turn(3, 60),
      turn(4, null),
      turn(5, 900, { excluded: 'no_anchor' }),
    ]);
    expect(await store.run(unexplainedShare, { tenant })).toEqual([
      { basis: 'agent_playout', n: 3, p50: 0.02, p95: expect.closeTo(0.02 + 0.9 * 0.04, 9), max: 0.06 },
    ]);
    expect(await store.run(unexplainedShare, { tenant: 'nobody' })).toEqual([]);
  });
});

describe('live-pulse', () => {
  it('counts a turn as its newest reading has it', async () => {
    const tenant = 'pulse';
    const read = async () => (await store.run(livePulse, { tenant, sinceMs: T0 - 60_000 }))[0];
    const first = { tenant, heard_at: T0, heard_ms: 900, heard_basis: 'agent_playout' as const };
    await store.insert(tables.turns, [turnRow(first), turnRow({ ...first, turn: 2, heard_ms: 700 })]);
    expect(await read()).toMatchObject({ heard_n: 2, heard_p95_ms: expect.closeTo(890) });
    await store.insert(tables.turns, [
      turnRow({ ...first, version: 2, excluded: 'greeting' }),
      turnRow({ ...first, version: 2, turn: 2, heard_ms: 700 }),
    ]);
    expect(await read()).toMatchObject({ heard_n: 1, heard_p95_ms: 700 });
    await store.insert(tables.turns, [turnRow({ ...first, version: 3, heard_ms: null, heard_at: null })]);
    expect(await read()).toMatchObject({ heard_n: 0, heard_p95_ms: null });
  });

  it('counts people who are hot, each once by the latest call, those on the line too', async () => {
    const tenant = 'hot-people';
    const call = (call_id: string, person_key: string, after: number, hot: boolean, more: object = {}) =>
      sessionRow({ tenant, call_id, person_key, started_at: T0 + after, hot, ...more });
    await store.insert(tables.sessions, [
      call('a1', 'ada', 0, true),
      call('a2', 'ada', 1, true),
      call('b1', 'ben', 0, true),
      call('b2', 'ben', 1, false),
      call('c1', 'cleo', 0, true, { status: 'active', ended_at: null }),
      call('d1', 'dan', -1, true),
    ]);
    const [row] = await store.run(livePulse, { tenant, sinceMs: T0, dayMs: T0 });
    expect(row?.hot_today, 'ada and cleo; ben is not hot any more, dan called too long ago').toBe(2);
  });
});
