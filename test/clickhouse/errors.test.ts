import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ClickHouseError } from '@clickhouse/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createStore, type Store } from '../../clickhouse/client.ts';
import { storeError } from '../../clickhouse/errors.ts';
import { defineQuery } from '../../clickhouse/query.ts';
import { callFacts } from '../../clickhouse/queries/call-facts.ts';
import { column, defineTable } from '../../clickhouse/tables/define.ts';
import { events } from '../../clickhouse/tables/events.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { eventRow } from './rows.ts';

const SECRET = 'ada@example.com';

function query(sql: string) {
  return defineQuery({ name: 'a-question', sql, params: z.object({}), row: z.object({ n: z.number() }) });
}

describe('storeError', () => {
  it.each([
    ['TOO_MANY_PARTS', '252', 'store_unavailable', 'yes'],
    ['MEMORY_LIMIT_EXCEEDED', '241', 'store_unavailable', 'yes'],
    ['TIMEOUT_EXCEEDED', '159', 'store_unavailable', 'yes'],
    ['TABLE_IS_READ_ONLY', '242', 'store_unavailable', 'yes'],
    ['NOT_ENOUGH_SPACE', '243', 'store_unavailable', 'yes'],
    ['CANNOT_PARSE_INPUT_ASSERTION_FAILED', '27', 'store_rejected', 'no'],
    ['TYPE_MISMATCH', '53', 'store_rejected', 'no'],
    ['UNKNOWN_TABLE', '60', 'store_schema', 'unknown'],
    ['NO_SUCH_COLUMN_IN_TABLE', '16', 'store_schema', 'unknown'],
    ['AUTHENTICATION_FAILED', '516', 'store_access', 'unknown'],
    ['LOGICAL_ERROR', '49', 'store_failed', 'unknown'],
  ])('%s', (type, code, expected, retriable) => {
    const message = `Cannot parse '${SECRET}': (while reading the value of key seq): (at row 3)`;
    const error = storeError(new ClickHouseError({ message, code, type }), 'insert-events_v1');
    expect(error).toMatchObject({ retriable, problem: { code: expected, field: 'seq' } });
    expect(error.message).toContain('row 3');
    expect(JSON.stringify([error.message, error.problem, error.cause])).not.toContain(SECRET);
  });
});

describe('a store that does not answer', () => {
  it('is away when nothing listens', async () => {
    const store = createStore({ url: 'http://127.0.0.1:1', database: 'x' });
    const away = {
      retriable: 'yes',
      problem: { code: 'store_unavailable', message: expect.stringContaining('ECONNREFUSED') },
    };
    await expect(store.ping()).rejects.toMatchObject(away);
    await expect(store.insert(events, [eventRow()])).rejects.toMatchObject(away);
    await store.close();
  });

  it('is away when a proxy answers for it, or cuts the line', async () => {
    const proxy = createServer((req, res) => {
      req.resume();
      if (req.url?.includes('cut')) res.destroy();
      else res.writeHead(502).end('<html>Bad gateway</html>');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const { port } = proxy.address() as AddressInfo;
    for (const database of ['x', 'cut']) {
      const store = createStore({ url: `http://127.0.0.1:${port}`, database });
      await expect(store.run(query('SELECT 1 AS n'), {})).rejects.toMatchObject({ retriable: 'yes' });
      await store.close();
    }
    proxy.close();
  });
});

describe('a store that answers', () => {
  let test: TestStore;
  let store: Store;
  beforeAll(async () => {
    test = await startStore();
    store = test.store();
  }, 60_000);
  afterAll(() => test.stop());

  it('rejects rows that it cannot parse, without repeating them', async () => {
    /** A table whose schema says less than the store's. */
    const loose = defineTable('events_v1', { tenant: column('String', z.string()), seq: column('UInt32', z.any()) });
    const rows = [
      { tenant: 'a', seq: 1 },
      { tenant: 'b', seq: SECRET },
    ];
    const error: unknown = await store.insert(loose, rows).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ retriable: 'no', problem: { code: 'store_rejected', field: 'seq' } });
    expect(String(error)).not.toContain(SECRET);
  });

  it('says that the schema is missing, which is no fault of the rows', async () => {
    const other = createStore({ url: test.url, database: 'nowhere' });
    await expect(other.insert(events, [eventRow()])).rejects.toMatchObject({
      retriable: 'unknown',
      problem: { code: 'store_schema', fix: 'run: npm run earshot -- store migrate' },
    });
    await other.close();
  });

  it('refuses a wrong password', async () => {
    const other = createStore({ url: test.url, database: test.database, username: 'x', password: 'y' });
    await expect(other.ping()).rejects.toMatchObject({ retriable: 'unknown', problem: { code: 'store_access' } });
    await other.close();
  });

  it('names the query and never its SQL', async () => {
    const error: unknown = await store.run(query(`SELECT '${SECRET}' AS n +`), {}).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ problem: { code: 'store_failed' } });
    expect(String(error)).toContain('a-question');
    expect(JSON.stringify(error) + String(error)).not.toContain(SECRET);
  });

  it('is told apart from an answer that is not what the query says', async () => {
    await expect(store.run(query(`SELECT '${SECRET}' AS n`), {})).rejects.toMatchObject({
      problem: { code: 'store_answer', field: 'a-question.0.n' },
    });
  });

  it('is not asked with parameters that the query does not take', async () => {
    await expect(store.run(callFacts, { tenant: '', callId: 'x' })).rejects.toMatchObject({
      problem: { code: 'bad_query_parameter', field: 'call-facts.tenant' },
    });
  });

  it('runs a query under its name', async () => {
    const named = query(`SELECT if(getSetting('log_comment') = 'a-question', 1, 0) AS n`);
    expect(await store.run(named, {})).toEqual([{ n: 1 }]);
  });

  it('is not waited for by a call that was aborted', async () => {
    const abort = new AbortController();
    const slow = query('SELECT sum(sipHash64(number)) AS n FROM numbers(100000000000) SETTINGS max_threads = 1');
    const call = store.run(slow, {}, { signal: abort.signal });
    abort.abort(new Error('no longer wanted'));
    await expect(call).rejects.toThrow('no longer wanted');
    await expect(store.insert(events, [eventRow()], { signal: abort.signal })).rejects.toThrow('no longer wanted');
  });

  it('is out of memory for a query that would take too much, and goes on', async () => {
    const greedy = query('SELECT length(groupArray(number)) AS n FROM numbers(400000000)');
    await expect(store.run(greedy, {})).rejects.toMatchObject({
      retriable: 'yes',
      problem: { code: 'store_unavailable' },
    });
    expect(await store.run(query('SELECT 1 AS n'), {})).toEqual([{ n: 1 }]);
  });
});
