import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createStore } from '../../clickhouse/client.ts';
import { tables } from '../../clickhouse/tables/index.ts';
import type { RowOf } from '../../clickhouse/tables/define.ts';
import { watchAlerts } from '../../deploy/demo/alerts.ts';
import { sessionRow, T0 } from '../clickhouse/rows.ts';
import { startStore, type TestStore } from '../harness/store.ts';

const DANA = { id: 'call-1', scenario: 'hot-lead', name: 'Dana Whitfield' };
const said = { tenant: 'local', call_id: 'call-1', rule: 'hot_lead', kind: 'alert' as const, alert_id: 'a1' };
let testStore: TestStore;

beforeAll(async () => {
  testStore = await startStore();
}, 60_000);
afterAll(() => testStore.stop());

type Alert = RowOf<typeof tables.alerts>;
type Delivery = RowOf<typeof tables.deliveries>;

function alertRow(row: Partial<Alert> = {}): Alert {
  return {
    ...{ ...said, raised_at: T0, caused_by: 'e', cause_at: T0, late: false, person_key: 'p', agent_name: 'ada' },
    ...{ score: 84, tier: 'tier_1', hot: true, next_step: '', content: '{}' },
    ...row,
  };
}

function deliveryRow(row: Partial<Delivery> = {}): Delivery {
  return {
    ...{ ...said, attempt: 1, destination: 'slack_webhook', state: 'sent', possibly_repeated: false },
    ...{ requested_at: T0, answered_at: T0, status: 200, error: '', text: 'hot', version: 1 },
    ...row,
  };
}

test('says once of an alert how far it got, when it was raised and when it was sent', async () => {
  const store = testStore.store();
  const lines: string[] = [];
  await store.insert(tables.sessions, [sessionRow({ tenant: 'local' })]);
  await store.insert(tables.alerts, [alertRow()]);
  const watched = watchAlerts(store, [DANA], (line) => lines.push(line));
  await store.insert(tables.deliveries, [deliveryRow({ state: 'retrying', error: 'http_503' })]);
  const tried = '↳ hot lead: Dana Whitfield, 84 — Slack could not be reached, it is tried again (http_503)';
  await vi.waitFor(() => expect(lines).toEqual([tried]), { timeout: 10_000 });

  const correction = { kind: 'correction' as const, alert_id: 'a2' };
  await store.insert(tables.alerts, [alertRow({ ...correction, score: 100 })]);
  await store.insert(tables.deliveries, [
    deliveryRow({ attempt: 2 }),
    deliveryRow({ ...correction, destination: 'printed' }),
  ]);
  await watched.stop();
  expect(lines.slice(1).toSorted()).toEqual([
    '↳ correction of hot lead: Dana Whitfield, 100 — told to the sales team (printed)',
    '↳ hot lead: Dana Whitfield, 84 — told to the sales team in Slack',
  ]);
});

test('does not fail when the store is away', async () => {
  const store = createStore({ url: 'http://127.0.0.1:1', database: 'earshot_test_none' });
  await expect(watchAlerts(store, [DANA], () => {}).stop()).resolves.toBeUndefined();
  await store.close();
});
