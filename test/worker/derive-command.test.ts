import { Command } from 'commander';
import type { NatsConnection } from 'nats';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { addCommands } from '../../analytics-worker/commands.ts';
import { tables } from '../../clickhouse/tables/index.ts';
import { streams, subjects } from '../../events/subjects.ts';
import { deadLetterRow, eventRow } from '../clickhouse/rows.ts';
import { managerOf, startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker } from '../harness/worker.ts';

const tenant = 'again';
const printed: string[] = [];
let nats: TestNats;
let store: TestStore;
let nc: NatsConnection;

beforeAll(async () => {
  [nats, store] = await Promise.all([startNats(), startStore()]);
  await provisionBroker(nats);
  nc = await nats.connect();
}, 60_000);
afterAll(() => Promise.all([nats?.stop(), store?.stop()]));
beforeEach(() => {
  vi.stubEnv('NATS_URL', nats.url);
  vi.stubEnv('CLICKHOUSE_URL', store.url);
  vi.stubEnv('CLICKHOUSE_DATABASE', store.database);
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  printed.length = 0;
});

async function derive(call: string): Promise<string[]> {
  const program = new Command('earshot');
  addCommands(program);
  await program.parseAsync(['call', 'derive', tenant, call], { from: 'user' });
  return printed;
}

async function triggersOf(call: string): Promise<number> {
  const jsm = await managerOf(nc);
  const filter = subjects.derive('again', tenant, call);
  const { state } = await jsm.streams.info(streams.triggers.name, { subjects_filter: filter });
  return state.subjects?.[filter] ?? 0;
}

it('triggers a call of which anything is stored, also only what nobody understood', async () => {
  await store.store().insert(tables.events, [eventRow({ tenant, call_id: 'known' })]);
  await store.store().insert(tables.deadLetters, [deadLetterRow({ tenant, call_id: 'unread' })]);
  for (const call of ['known', 'unread']) {
    expect(await derive(call)).toContain(`triggered: the worker concludes ${call} again`);
    expect(await triggersOf(call)).toBe(1);
  }
});

it("refuses a call that nobody knows, also another tenant's and one that was only read", async () => {
  await store
    .store()
    .insert(tables.events, [
      eventRow({ tenant: 'other', call_id: 'theirs', event_id: 'e1' }),
      eventRow({ tenant, call_id: 'read', event_id: 'e2', producer_kind: 'api' }),
    ]);
  for (const call of ['nobody', 'theirs', 'read']) {
    await expect(derive(call)).rejects.toMatchObject({
      problem: { code: 'unknown_call', message: `nothing is stored of call ${call} of tenant ${tenant}` },
    });
    expect(await triggersOf(call)).toBe(0);
  }
  expect(printed).toEqual([]);
});
