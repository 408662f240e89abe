import { afterAll, beforeAll, expect, it } from 'vitest';
import { createReadWeek } from '../../analytics-worker/derive/week.ts';
import type { Store } from '../../clickhouse/client.ts';
import { tables } from '../../clickhouse/tables/index.ts';
import { partRow, sessionRow, turnRow } from '../clickhouse/rows.ts';
import { startStore, type TestStore } from '../harness/store.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** On the hour. */
const NOON = Date.UTC(2026, 4, 12, 12);
const TENANT = 'week';
let testStore: TestStore;
let store: Store;

beforeAll(async () => {
  testStore = await startStore();
  store = testStore.store();
});

afterAll(async () => {
  await testStore?.stop();
});

type Made = { agent?: string; startedAt: number; status?: 'active' | 'ended'; version?: number; heardMs?: number[] };

/** A call of 5 minutes whose turns all end in a model's part, the second of them after a tool. */
async function insertCall(id: string, { agent = 'ada', startedAt, status = 'ended', version = 1, heardMs = [] }: Made) {
  const key = { tenant: TENANT, call_id: id, version };
  const endedAt = status === 'ended' ? startedAt + 5 * 60_000 : null;
  await store.insert(tables.turns, [
    turnRow({
      ...key,
      turn: 0,
      started_at: startedAt,
      heard_ms: 9_000,
      heard_basis: 'agent_playout',
      excluded: 'greeting',
    }),
    ...heardMs.map((ms, index) =>
      turnRow({
        ...key,
        turn: index + 1,
        started_at: startedAt,
        heard_ms: ms,
        heard_basis: 'agent_playout',
        llm_ttft_ms: ms / 2,
        tool_calls: index === 1 ? 1 : 0,
        interrupted: index === 0,
        agent_item_ids: ['item'],
      }),
    ),
  ]);
  await store.insert(
    tables.turnParts,
    heardMs.map((ms, index) => partRow({ ...key, turn: index + 1, part: 'model', duration_ms: ms })),
  );
  const lasted = { ended_at: endedAt, duration_ms: endedAt === null ? null : 5 * 60_000, last_event_at: startedAt };
  await store.insert(tables.sessions, [
    sessionRow({ ...key, agent_name: agent, started_at: startedAt, status, ...lasted }),
  ]);
}

it('are the newest readings of the same agent’s calls that ended in the seven days before the hour', async () => {
  await insertCall('a', { startedAt: NOON - DAY, heardMs: [9_999], version: 1 });
  await insertCall('a', { startedAt: NOON - DAY, heardMs: [400, 800, 600], version: 2 });
  await insertCall('b', { startedAt: NOON - 2 * DAY, heardMs: [1_000, 1_000, 500] });
  await insertCall('mute', { startedAt: NOON - 3 * DAY });
  await insertCall('other', { agent: 'bob', startedAt: NOON - DAY, heardMs: [5_000] });
  await insertCall('older', { startedAt: NOON - 8 * DAY, heardMs: [5_000] });
  await insertCall('open', { startedAt: NOON - HOUR, status: 'active', heardMs: [5_000] });
  await insertCall('of this hour', { startedAt: NOON + 60_000, heardMs: [5_000] });

  const week = await createReadWeek(store)({ tenant: TENANT, agentName: 'ada', startedAt: NOON + HOUR / 2 });
  const known = { basis: 'agent_playout', duration: 5, interruptions: 1, total_latency: null };
  expect(week?.calls.toSorted((x, y) => (x.heard ?? 0) - (y.heard ?? 0))).toEqual([
    expect.objectContaining({ basis: 'agent_playout', duration: 5, interruptions: 0, heard: null, llm_ttft: null }),
    expect.objectContaining({ ...known, heard: 600, llm_ttft: 300 }),
    expect.objectContaining({ ...known, heard: 1_000, llm_ttft: 1_250 / 3 }),
  ]);
  expect(week?.usual.plain).toMatchObject({ model: 550, tool: 0 });
  expect(week?.usual.withTool, 'two turns tell nothing of what is usual').toBeUndefined();
});

it('is asked for once an hour, and again after the store was away', async () => {
  const asked: string[] = [];
  let away = true;
  const watched: Store = {
    ...store,
    run: (query, params) => {
      asked.push(query.name);
      return away ? Promise.reject(new Error('away')) : store.run(query, params);
    },
  };
  const readWeek = createReadWeek(watched);
  const of = { tenant: TENANT, agentName: 'ada', startedAt: NOON };
  await expect(readWeek(of)).rejects.toThrow('away');
  away = false;
  await readWeek({ ...of, startedAt: NOON + 1 });
  await readWeek({ ...of, startedAt: NOON + HOUR - 1 });
  expect(asked).toHaveLength(4);
  await readWeek({ ...of, startedAt: NOON + HOUR });
  expect(asked).toHaveLength(6);
});

it('is unknown where nobody knows the agent', async () => {
  expect(await createReadWeek(store)({ tenant: TENANT, agentName: '', startedAt: NOON })).toBeUndefined();
});
