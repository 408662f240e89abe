import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Store } from '../../clickhouse/client.ts';
import { defineQuery } from '../../clickhouse/query.ts';
import { callFacts } from '../../clickhouse/queries/call-facts.ts';
import { transcriptOfCall } from '../../clickhouse/queries/transcript-of-call.ts';
import { tables } from '../../clickhouse/tables/index.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { eventRow, leadRow, metricRow, T0, transcriptRow } from './rows.ts';

const columnsOfStore = defineQuery({
  name: 'columns-of-store',
  sql: `SELECT table, name, type, comment, default_expression FROM system.columns
        WHERE database = currentDatabase() ORDER BY table, position`,
  params: z.object({}),
  row: z.object({
    table: z.string(),
    name: z.string(),
    type: z.string(),
    comment: z.string(),
    default_expression: z.string(),
  }),
});
const enginesOfStore = defineQuery({
  name: 'engines-of-store',
  sql: 'SELECT name, engine_full, comment FROM system.tables WHERE database = currentDatabase()',
  params: z.object({}),
  row: z.object({ name: z.string(), engine_full: z.string(), comment: z.string() }),
});
const count = (table: string) =>
  defineQuery({
    name: 'count',
    sql: `SELECT count() AS n FROM ${table}`,
    params: z.object({}),
    row: z.object({ n: z.number() }),
  });

const DAY_MS = 86_400_000;

let test: TestStore;
let store: Store;
beforeAll(async () => {
  test = await startStore();
  store = test.store();
}, 60_000);
afterAll(() => test.stop());

describe('tables', () => {
  it('have the columns and types of the migrated store, in order', async () => {
    const stored = await store.run(columnsOfStore, {});
    for (const { name, types } of Object.values(tables)) {
      const own = stored.filter(({ table }) => table === name);
      const written = own.filter((column) => column.name !== 'inserted_at');
      expect(
        written.map((column) => [column.name, column.type]),
        name,
      ).toEqual(Object.entries(types));
      expect(own.find((column) => column.name === 'inserted_at')?.default_expression, name).toContain('now64(3');
    }
    const names = [...Object.values(tables).map(({ name }) => name), 'migrations_v1'];
    expect([...new Set(stored.map(({ table }) => table))].toSorted()).toEqual(names.toSorted());
  });

  it('explain every table and column', async () => {
    const silent = (await store.run(columnsOfStore, {})).filter(({ comment }) => comment.length < 3);
    const tablesWithout = (await store.run(enginesOfStore, {})).filter(({ comment }) => comment.length < 3);
    expect([...silent, ...tablesWithout]).toEqual([]);
  });

  it('are kept as long as promised', async () => {
    const days: Record<string, string> = {
      events_v1: 'Day(90)',
      transcripts_v1: 'Day(90)',
      metrics_v1: 'Year(1)',
      quality_samples_v1: 'Year(1)',
    };
    for (const { name, engine_full } of await store.run(enginesOfStore, {})) {
      const ttl = /TTL toDateTime\(at\) \+ toInterval(\w+\(\d+\))/.exec(engine_full)?.[1];
      expect(ttl, name).toBe(days[name]);
      expect(engine_full.includes('TTL'), name).toBe(name in days);
    }
  });

  it('let go of what is past its retention', async () => {
    const old = { at: Date.now() - 91 * DAY_MS, tenant: 'retention' };
    await store.insert(tables.events, [eventRow(old)]);
    await store.insert(tables.metrics, [
      metricRow(old),
      metricRow({ ...old, event_id: 'older', at: old.at - 300 * DAY_MS }),
    ]);
    for (const table of ['events_v1', 'metrics_v1']) await store.command('merge', `OPTIMIZE TABLE ${table} FINAL`);
    expect(await store.run(count('events_v1'), {})).toEqual([{ n: 0 }]);
    expect(await store.run(count('metrics_v1'), {})).toEqual([{ n: 1 }]);
  });
});

describe('rows', () => {
  it('come back as they went in: quotes, blank lines, NUL, half a surrogate pair, milliseconds', async () => {
    const text = `it's "so"\n\n\\n\t; DROP TABLE events_v1 -- \u0000 ünï 🎧`;
    const halved = 'before \ud83c after';
    await store.insert(tables.transcripts, [
      transcriptRow({ tenant: 'text', text, started_speaking_at: T0 + 0.4, at: T0 + 123.6 }),
      transcriptRow({ tenant: 'text', event_id: 'second', text: halved, at: T0 + 200 }),
    ]);
    const rows = await store.run(transcriptOfCall, { tenant: 'text', callId: 'call-1' });
    expect(rows.map((row) => row.text)).toEqual([text, 'before \\ud83c after']);
    expect(rows[0]).toMatchObject({
      started_speaking_at: T0,
      at: T0 + 124,
      stopped_speaking_at: null,
      confidence: 0.5,
    });
  });

  it('are stored once when they come again, also in another month', async () => {
    const again = { tenant: 'again', event_id: 'e' };
    await store.insert(tables.events, [eventRow({ ...again, payload: 'first', at: T0 - 40 * DAY_MS })]);
    await store.insert(tables.events, [eventRow({ ...again, payload: 'second' })]);
    const rows = await store.run(callFacts, { tenant: 'again', callId: 'call-1' });
    expect(rows.map(({ payload }) => payload)).toEqual(['second']);
  });

  it('hold versions beyond 2^53 exactly', async () => {
    const version = 1_767_225_600_123n * 1_000_000n + 7n;
    await store.insert(tables.leads, [leadRow({ tenant: 'big', version })]);
    const versions = defineQuery({
      name: 'versions',
      sql: `SELECT toString(version) AS version FROM leads_v1 WHERE tenant = 'big'`,
      params: z.object({}),
      row: z.object({ version: z.string() }),
    });
    expect(await store.run(versions, {})).toEqual([{ version: version.toString() }]);
  });

  it.each<[string, object, string]>([
    ['a number that the column cannot hold', { seq: 2 ** 32 }, 'events_v1.seq'],
    ['a time in seconds', { at: T0 / 1_000 }, 'events_v1.at'],
    ['a time that is no number', { at: Number.NaN }, 'events_v1.at'],
    ['null where there must be a value', { payload: null }, 'events_v1.payload'],
    ['a column that does not exist', { nope: 1 }, 'events_v1'],
  ])('are refused before they leave for %s', async (_what, wrong, field) => {
    const attempt = store.insert(tables.events, [eventRow(), eventRow(wrong)]);
    await expect(attempt).rejects.toMatchObject({
      retriable: 'no',
      problem: { code: 'store_rejected', field, message: expect.stringContaining('row 2') },
    });
  });

  it('none are none', async () => {
    await expect(store.insert(tables.events, [])).resolves.toBeUndefined();
  });
});
