import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createUsual } from '../../api/read/usual.ts';
import { Feed } from '../../api/live/feed.ts';
import type { Store } from '../../clickhouse/client.ts';
import { TAIL_OVERLAP_MS } from '../../clickhouse/queries/events-tail.ts';
import { tables } from '../../clickhouse/tables/index.ts';
import { createLog } from '../../lib/log.ts';
import { alertRow, deliveryRow } from '../clickhouse/alert-rows.ts';
import { eventRow, sessionRow } from '../clickhouse/rows.ts';
import { startStore, type TestStore } from '../harness/store.ts';

const WAIT = { timeout: 20_000, interval: 50 };

let test: TestStore;
let store: Store;
const feeds: Feed[] = [];

beforeAll(async () => {
  test = await startStore();
  store = test.store();
}, 60_000);

afterAll(async () => {
  await Promise.all(feeds.map((feed) => feed.stop({ code: 'shutting_down', message: 'the test is over' })));
  await test?.stop();
});

async function startFeed(tenant: string): Promise<Feed> {
  const readLag = async () => ({ state: 'ok' as const, oldestMs: 0, waiting: 0 });
  const feed = await Feed.start(
    { store, readUsual: createUsual(store), readLag, log: createLog('test', { level: 'silent' }) },
    tenant,
  );
  feeds.push(feed);
  return feed;
}

/** Joins, and says what was told of a name so far. */
function follow(feed: Feed, mayReadWords: boolean): (name: string) => Record<string, unknown>[] {
  const logRead = mayReadWords ? async () => undefined : undefined;
  const client = feed.join({ cursor: undefined, logRead, onCut: () => undefined, kill: () => undefined });
  let text = '';
  const read = async () => {
    for (let next = await client.next(); next !== undefined; next = await client.next()) text += next;
  };
  void read();
  return (name) =>
    [...text.matchAll(new RegExp(`^event: ${name}\n(?:id: \\d+\n)?data: (.*)$`, 'gm'))].map(
      ([, data = '']) => JSON.parse(data) as Record<string, unknown>,
    );
}

function said(tenant: string, seq: number, at = Date.now()) {
  const item = { itemId: `i${seq}`, role: 'user', text: `words ${seq}`, createdAt: at, interrupted: false };
  const payload = JSON.stringify({ data: item });
  return eventRow({ tenant, event_id: `${tenant}.call-1.collector.a.${seq}`, seq, at, payload });
}

describe('the feed', () => {
  it('tells what was stored at once in the order in which it happened', async () => {
    const told = follow(await startFeed('order'), true);
    const at = Date.now();
    await store.insert(tables.events, [said('order', 10, at), said('order', 9, at), said('order', 11, at - 1)]);
    await vi.waitFor(() => expect(told('words')).toHaveLength(3), WAIT);
    expect(told('words').map(({ text }) => text)).toEqual(['words 11', 'words 9', 'words 10']);
  });

  it('tells each of several corrections of a call, to those who may not read words in plain text', async () => {
    const feed = await startFeed('corrections');
    const [full, plain] = [follow(feed, true), follow(feed, false)];
    const corrections = [70, 40].map((score, index) => {
      return { tenant: 'corrections', kind: 'correction' as const, alert_id: `correction-${index}`, score };
    });
    await store.insert(tables.sessions, [sessionRow({ tenant: 'corrections' })]);
    await store.insert(
      tables.deliveries,
      corrections.map(({ score, ...row }) => deliveryRow({ ...row, text: `"we are many", now ${score}` })),
    );
    await store.insert(
      tables.alerts,
      corrections.map((row) => alertRow(row)),
    );
    await vi.waitFor(() => expect([full('alert').length, plain('alert').length]).toEqual([2, 2]), WAIT);
    expect(full('alert').map(({ text }) => text)).toEqual(['"we are many", now 70', '"we are many", now 40']);
    expect(plain('alert').map(({ text }) => text)).toEqual([70, 40].map((n) => `Score ${n}, tier 1. Call back today.`));
  });

  it('tells what was stored while it could not be read, however long that was', async () => {
    const tenant = 'away';
    const told = follow(await startFeed(tenant), true);
    const lastPulse = () => Date.parse(String(told('pulse').at(-1)?.['at']));
    await store.command('hide', 'RENAME TABLE events_v1 TO hidden_v1');
    await store.insert({ ...tables.events, name: 'hidden_v1' }, [said(tenant, 1)]);
    const storedAt = Date.now();
    await vi.waitFor(() => expect(lastPulse()).toBeGreaterThan(storedAt + 2 * TAIL_OVERLAP_MS + 1_000), WAIT);
    await store.command('show', 'RENAME TABLE hidden_v1 TO events_v1');
    await vi.waitFor(() => expect(told('words').map(({ text }) => text)).toEqual(['words 1']), WAIT);
  }, 60_000);
});
