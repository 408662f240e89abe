import { describe, expect, it } from 'vitest';
import type {
  ErrorBody,
  LatencyParts,
  LatencySeries,
  LatencySlices,
  LatencySummary,
  SlowTurn,
} from '../../api/types.ts';
import { tables } from '../../clickhouse/tables/index.ts';
import { alertRow } from '../clickhouse/alert-rows.ts';
import { leadRow, partRow, sessionRow, T0, transcriptRow, turnRow } from '../clickhouse/rows.ts';
import { apiRig } from './rig.ts';

const { ask, readingsOf, store } = apiRig();
const HOUR = 3_600_000;
const heard = { heard_basis: 'agent_playout' } as const;
const at = (ms: number) => new Date(ms).toISOString();

/** An hour around T0, so that the hour before is known too. */
const HOUR_OF_T0 = `from=${at(T0 - HOUR / 2)}&to=${at(T0 + HOUR / 2)}`;
const get = async <Body>(path: string, tenant: string) => (await ask<Body>(path, { tenant, role: 'viewer' })).body;

describe('GET /v1/latency', () => {
  it('gives percentiles with n, excluded and the change against the period before, of one basis', async () => {
    const tenant = 'summary';
    await store().insert(tables.sessions, [
      sessionRow({ tenant, call_id: 'now' }),
      sessionRow({ tenant, call_id: 'before', started_at: T0 - HOUR, ended_at: T0 - HOUR + 60_000 }),
    ]);
    await store().insert(tables.turns, [
      ...[1_000, 2_000, 3_000, 400, 600].map((heard_ms, turn) =>
        turnRow({ tenant, call_id: 'now', turn, heard_ms, ...heard, eou_delay_ms: heard_ms / 2 }),
      ),
      turnRow({ tenant, call_id: 'now', turn: 5, heard_ms: 9, heard_basis: 'modelled' }),
      turnRow({ tenant, call_id: 'now', turn: 6, excluded: 'greeting' }),
      turnRow({ tenant, call_id: 'now', turn: 7, heard_ms: 90_000, ...heard, excluded: 'quarantined' }),
      ...[500, 500, 500].map((heard_ms, turn) =>
        turnRow({ tenant, call_id: 'before', turn, heard_ms, ...heard, started_at: T0 - HOUR }),
      ),
      turnRow({ tenant, call_id: 'before', turn: 4, heard_ms: 1, heard_basis: 'modelled', started_at: T0 - HOUR }),
    ]);
    const body = await get<LatencySummary>(`/v1/latency?${HOUR_OF_T0}`, tenant);
    expect(body).toMatchObject({
      basis: 'agent_playout',
      bases: [
        { basis: 'agent_playout', n: 5 },
        { basis: 'modelled', n: 1 },
      ],
      heard: { n: 5, excluded: 2, p50Ms: 1_000, p95Ms: 2_800, maxMs: 3_000 },
      change: { p50: 100, p95: 460 },
      aboveTarget: { turns: 2, ms: 3_000 - body.targetMs + 2_000 - body.targetMs },
    });
    const of = (measure: string) => body.measures.find((one) => one.measure === measure)?.percentiles;
    expect(of('eou_delay')).toEqual({ n: 5, excluded: 2, p50Ms: 500, p95Ms: 1_400, p99Ms: 1_480, maxMs: 1_500 });
    expect(of('llm_ttft')).toEqual({ n: 0, excluded: 2, p50Ms: null, p95Ms: null, p99Ms: null, maxMs: null });
  });

  it('knows nothing, and says so, where nobody called', async () => {
    expect(await get<LatencySummary>('/v1/latency', 'nobody')).toMatchObject({
      basis: '',
      bases: [],
      heard: { n: 0, excluded: 0, p50Ms: null },
      change: { p50: null, p95: null, p99: null },
      aboveTarget: { turns: 0, ms: 0 },
    });
    expect(await get<LatencySlices>('/v1/latency/slices', 'nobody')).toEqual({ by: 'agent', rows: [] });
    const { rows } = await get<LatencyParts>('/v1/latency/parts', 'nobody');
    expect(rows.map(({ n, heardMs, parts }) => [n, heardMs, parts.length])).toEqual(rows.map(() => [0, null, 0]));
    expect(rows).toHaveLength(4);
  });

  it('counts a turn once, in its newest reading, and none that a later reading removed', async () => {
    const tenant = 'readings';
    const turn = (number: number, version: number, heard_ms: number) =>
      turnRow({ tenant, turn: number, version, heard_ms, ...heard });
    const waits = async () => (await get<LatencySummary>('/v1/latency', tenant)).heard;
    await store().insert(tables.sessions, [sessionRow({ tenant, version: 10 })]);
    await store().insert(tables.turns, [turn(1, 10, 100), turn(2, 10, 200), turn(3, 10, 300)]);
    await store().insert(tables.turns, [turn(1, 12, 110), turn(2, 12, 210)]);
    await store().insert(tables.turns, [turn(1, 12, 110), turn(2, 12, 210)]);
    await store().insert(tables.turns, [turn(1, 11, 900), turn(3, 11, 900)]);
    await store().insert(tables.sessions, [sessionRow({ tenant, version: 12 })]);
    expect(await waits()).toMatchObject({ n: 2, maxMs: 210 });
    await store().insert(tables.sessions, [sessionRow({ tenant, version: 13 })]);
    expect(await waits(), 'the newest reading has no turns').toMatchObject({ n: 0 });
  });
});

describe('GET /v1/latency/series', () => {
  it('has a point for each step, at most 120, and marks what changed', async () => {
    const tenant = 'series';
    const own = { tenant, agent_version: '1', llm_model: 'old' };
    await store().insert(tables.sessions, [
      sessionRow({ ...own, call_id: 'a', started_at: T0 - 10 * HOUR, ended_at: T0 - 9.9 * HOUR }),
      sessionRow({ ...own, call_id: 'b', agent_version: '2', llm_model: 'new' }),
      sessionRow({ ...own, call_id: 'c', agent_version: '2', llm_model: 'new', started_at: T0 + 1_000 }),
    ]);
    await store().insert(tables.turns, [
      turnRow({ tenant, call_id: 'b', turn: 1, heard_ms: 700, ...heard }),
      turnRow({ tenant, call_id: 'b', turn: 2, heard_ms: 900, ...heard }),
    ]);
    await store().insert(tables.alerts, [
      alertRow({ tenant, call_id: 'b', raised_at: T0 + 5_000 }),
      alertRow({ tenant, call_id: 'b', alert_id: 'x', kind: 'correction', raised_at: T0 + 6_000 }),
    ]);
    const body = await get<LatencySeries>(`/v1/latency/series?${HOUR_OF_T0}`, tenant);
    expect(body.bucketMs).toBe(60_000);
    expect([60, 61]).toContain(body.points.length);
    expect(body.points.filter(({ n }) => n > 0)).toEqual([
      { at: at(Math.floor(T0 / 60_000) * 60_000), n: 2, p50Ms: 800, p95Ms: 890, p99Ms: 898 },
    ]);
    expect(body.points.find(({ n }) => n === 0)?.p50Ms, 'the line breaks where nobody was heard').toBe(null);
    expect(body.markers).toEqual([
      { kind: 'model', label: 'ava new', at: at(T0) },
      { kind: 'version', label: 'ava 2', at: at(T0) },
      { kind: 'alert', label: 'hot_lead', at: at(T0 + 5_000) },
    ]);
    for (const from of ['-15m', '-1h', '-24h', '-7d', '-30d', '-400d'])
      expect((await get<LatencySeries>(`/v1/latency/series?from=${from}`, tenant)).points.length).toBeLessThanOrEqual(
        120,
      );
  });
});

describe('GET /v1/latency/parts', () => {
  it('parts sum to the percentile, tool turns and plain turns apart', async () => {
    const tenant = 'parts';
    const times = [100, 200, 300, 400, 1_000];
    await store().insert(tables.sessions, [sessionRow({ tenant })]);
    await store().insert(tables.turns, [
      ...times.map((heard_ms, turn) => turnRow({ tenant, turn, heard_ms, ...heard })),
      turnRow({ tenant, turn: 9, heard_ms: 2_000, ...heard, tool_calls: 1 }),
    ]);
    const part = (turn: number, position: number, name: string, duration_ms: number) =>
      partRow({ tenant, turn, position, part: name, duration_ms });
    const own = times.flatMap((ms, turn) => [part(turn, 0, 'model', ms * 0.75), part(turn, 1, 'synthesis', ms * 0.25)]);
    await store().insert(tables.turnParts, [...own, part(9, 0, 'tool', 2_000)]);
    await store().insert(tables.turnParts, [...own, partRow({ tenant, turn: 1, position: 7, version: 0 })]);
    const { rows } = await get<LatencyParts>('/v1/latency/parts', tenant);
    expect(rows).toEqual([
      {
        ...{ turns: 'plain', percentile: 'p50', n: 5, heardMs: 300 },
        parts: [
          { part: 'model', durationMs: 225 },
          { part: 'synthesis', durationMs: 75 },
        ],
      },
      {
        ...{ turns: 'plain', percentile: 'p95', n: 5, heardMs: expect.closeTo(880) },
        parts: [
          { part: 'model', durationMs: expect.closeTo(660) },
          { part: 'synthesis', durationMs: expect.closeTo(220) },
        ],
      },
      { turns: 'tool', percentile: 'p50', n: 1, heardMs: 2_000, parts: [{ part: 'tool', durationMs: 2_000 }] },
      { turns: 'tool', percentile: 'p95', n: 1, heardMs: 2_000, parts: [{ part: 'tool', durationMs: 2_000 }] },
    ]);
  });
});

describe('GET /v1/latency/slices', () => {
  it('puts the slice that owns most of the time above the target first', async () => {
    const tenant = 'slices';
    const turns = { a: [100, 5_000], b: [9_000], c: [100] };
    await store().insert(
      tables.sessions,
      Object.keys(turns).map((call_id) =>
        sessionRow({ tenant, call_id, llm_model: `model-${call_id}`, region: call_id === 'b' ? 'us' : 'eu' }),
      ),
    );
    await store().insert(
      tables.turns,
      Object.entries(turns).flatMap(([call_id, waits]) => [
        ...waits.map((heard_ms, turn) => turnRow({ tenant, call_id, turn, heard_ms, ...heard })),
        turnRow({ tenant, call_id, turn: 9, excluded: 'greeting' }),
      ]),
    );
    const { targetMs } = await get<LatencySummary>('/v1/latency', tenant);
    const [aboveA, aboveB] = [5_000 - targetMs, 9_000 - targetMs];
    const { by, rows } = await get<LatencySlices>('/v1/latency/slices?by=model', tenant);
    expect(by).toBe('model');
    expect(rows.map((row) => [row.value, row.percentiles.n, row.percentiles.excluded, row.aboveTargetMs])).toEqual([
      ['model-b', 1, 1, aboveB],
      ['model-a', 2, 1, aboveA],
      ['model-c', 1, 1, 0],
    ]);
    expect(rows[0]?.shareAboveTarget).toBeCloseTo(aboveB / (aboveA + aboveB), 9);
    const ofRegion = await get<LatencySlices>('/v1/latency/slices?by=region&region=eu', tenant);
    expect(ofRegion.rows.map(({ value, percentiles }) => [value, percentiles.n])).toEqual([['eu', 3]]);
  });
});

describe('GET /v1/latency/slowest', () => {
  it('lists the longest waits of one basis with their cause, page by page', async () => {
    const tenant = 'slowest';
    await store().insert(tables.sessions, [sessionRow({ tenant, agent_version: '3' })]);
    await store().insert(tables.leads, [leadRow({ tenant })]);
    await store().insert(tables.transcripts, [
      transcriptRow({ tenant, item_id: 'asked', role: 'user', text: `Hello, ${'is it so '.repeat(20)}?` }),
    ]);
    const times = [3_100, 1_000, 1_000, 1_000, 900];
    await store().insert(tables.turns, [
      ...times.map((heard_ms, turn) =>
        turnRow({
          tenant,
          turn,
          heard_ms,
          ...heard,
          tool_calls: 1,
          model_calls: 2,
          caller_item_ids: ['asked', 'more'],
        }),
      ),
      turnRow({ tenant, turn: 8, heard_ms: 60_000, heard_basis: 'modelled' }),
    ]);
    await store().insert(
      tables.turnParts,
      times.flatMap((ms, turn) => [
        partRow({ tenant, turn, position: 0, part: 'model', duration_ms: 200 }),
        partRow({ tenant, turn, position: 1, part: 'tool', name: 'search', duration_ms: 300 }),
        partRow({ tenant, turn, position: 2, part: 'model', duration_ms: ms - 500 }),
      ]),
    );
    type Page = { items: SlowTurn[]; nextCursor: string | null };
    const first = await get<Page>('/v1/latency/slowest?limit=2', tenant);
    expect(first.items.map(({ turn, heardMs, cause }) => [turn, heardMs, cause])).toEqual([
      [0, 3_100, 'two model calls, 2.8 s of 3.1 s; usually 700 ms'],
      [1, 1_000, 'mostly two model calls, 700 ms of 1.0 s'],
    ]);
    expect(first.items[0]).toMatchObject({ callId: 'call-1', agent: 'ava', agentVersion: '3', modelCalls: 2 });
    expect(first.items[0]?.parts.map(({ part }) => part)).toEqual(['model', 'tool', 'model']);
    expect(first.items[0], 'words need a right').toMatchObject({ who: { name: 'Ada' }, asked: null });
    const read = (await ask<Page>('/v1/latency/slowest?limit=1', { tenant })).body.items[0];
    expect(read?.asked).toMatch(/^Hello, is it so .{60,70}…$/);
    expect(await readingsOf(tenant, 'call-1')).toEqual(['quotes']);
    const second = await get<Page>(`/v1/latency/slowest?limit=2&cursor=${first.nextCursor}`, tenant);
    const third = await get<Page>(`/v1/latency/slowest?limit=2&cursor=${second.nextCursor}`, tenant);
    expect([...second.items, ...third.items].map(({ turn }) => turn)).toEqual([2, 3, 4]);
    expect(third.nextCursor).toBe(null);
  });
});

describe('a request about latency', () => {
  it('names the parameter at fault', async () => {
    const fieldOf = async (path: string) => {
      const { status, body } = await ask<ErrorBody>(path);
      return [status, body.error.field];
    };
    for (const place of ['', '/series', '/parts', '/slices', '/slowest'])
      expect(await fieldOf(`/v1/latency${place}?from=soon`), place).toEqual([400, 'from']);
    expect(await fieldOf('/v1/latency/slices?by=mood')).toEqual([400, 'by']);
    expect(await fieldOf('/v1/latency/slowest?cursor=e30')).toEqual([400, 'cursor']);
  });

  it('tells nothing of another tenant', async () => {
    const tenant = 'whose';
    await store().insert(tables.sessions, [sessionRow({ tenant })]);
    await store().insert(tables.turns, [turnRow({ tenant, heard_ms: 1_000, ...heard })]);
    await store().insert(tables.turnParts, [partRow({ tenant })]);
    expect((await get<LatencySummary>('/v1/latency', tenant)).heard.n).toBe(1);
    expect((await get<LatencySummary>('/v1/latency', 'other')).heard.n).toBe(0);
    expect((await get<{ items: [] }>('/v1/latency/slowest', 'other')).items).toEqual([]);
  });
});
