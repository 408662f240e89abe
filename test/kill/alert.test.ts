import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { NatsConnection } from 'nats';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Store } from '../../clickhouse/client.ts';
import { alertsOfCalls } from '../../clickhouse/queries/alerts-of-calls.ts';
import { deliveries } from '../../clickhouse/queries/deliveries.ts';
import { newCall } from '../../events/ids.ts';
import { streams, subjects } from '../../events/subjects.ts';
import { managerOf, startNats, type TestNats } from '../harness/nats.ts';
import { startSlack, type TestSlack } from '../harness/slack.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker } from '../harness/worker.ts';
import { hotCall, send } from '../worker/hot-call.ts';
import { KILLS } from './rig.ts';

const FIXTURE = fileURLToPath(new URL('../worker/fixtures/crashing-alert.ts', import.meta.url));
const WAIT = { timeout: 30_000, interval: 50 };
/** What a killed worker held goes to the next one after this. */
const ACK_WAIT_MS = 1_000;
let nats: TestNats;
let testStore: TestStore;
let slack: TestSlack;
let store: Store;
let nc: NatsConnection;

beforeAll(async () => {
  [nats, testStore, slack] = await Promise.all([startNats(), startStore(), startSlack()]);
  await provisionBroker(nats, { ackWaitMs: ACK_WAIT_MS });
  [store, nc] = [testStore.store(), await nats.connect()];
}, 60_000);
afterAll(() => Promise.all([nats?.stop(), testStore?.stop(), slack?.stop()]));

/** Loads at once and works when it is told to begin. */
function loadWorker(call: string, step: string) {
  const args = [nats.url, testStore.url, testStore.database, slack.webhook('sales'), call, step];
  const child = fork(FIXTURE, args, { execArgv: ['--import', 'tsx'] });
  const gone = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, how) => resolve(how)));
  return { gone, begin: () => child.send('begin'), stop: () => child.disconnect() };
}

/**
 * Requests that come of a kill at each step, and how many of them say that they may be a repeat: at least, since a later
 * kill may hit the same message again on a busy machine.
 */
const STEPS = [
  { step: 'before publish', requests: 1, marked: 0 },
  { step: 'after publish', requests: 1, marked: 0 },
  { step: 'before request', requests: 1, marked: 1 },
  { step: 'after request', requests: 2, marked: 1 },
  { step: 'before row', requests: 1, marked: 0 },
  { step: 'after row', requests: 1, marked: 0 },
];

test.each(Array.from({ length: KILLS }, (_, i) => i + 1))(
  'a worker killed -9 at each step of an alert: one entry in the outbox, what may be repeated is marked and counted (%i)',
  { timeout: 120_000 },
  async () => {
    const calls = STEPS.map((step) => ({ ...step, call: newCall() }));
    let next = loadWorker(calls[0]?.call ?? '', calls[0]?.step ?? '');
    try {
      for (const [index, { call, step }] of calls.entries()) {
        const worker = next;
        const { call: nextCall = 'none', step: nextStep = 'none' } = calls[index + 1] ?? {};
        next = loadWorker(nextCall, nextStep);
        worker.begin();
        await send(nc, hotCall('t1', call).facts);
        expect(await worker.gone, `killed ${step}`).toBe('SIGKILL');
      }
      next.begin();
      for (const { call, step, requests, marked } of calls) {
        await vi.waitFor(async () => {
          const [alert, ...more] = await store.run(alertsOfCalls, { tenant: 't1', callIds: [call] });
          expect(alert, step).toMatchObject({ kind: 'alert', state: 'sent' });
          expect(alert?.possibly_repeated, step).toBeGreaterThanOrEqual(marked);
          expect(more).toEqual([]);
        }, WAIT);
        await vi.waitFor(async () => expect(await pending(), 'acknowledged').toBe(0), WAIT);
        const asked = slack.about(`/calls/${call}`).map(({ body }) => body.text.includes('May be a repeat'));
        expect(asked.length, step).toBeGreaterThanOrEqual(requests);
        expect(asked.slice(1), 'all but the first say so').toEqual(asked.slice(1).map(() => true));
        expect(await entries(call), step).toBe(1);
        const rows = await store.run(deliveries, { tenant: 't1', callIds: [call] });
        expect(rows.at(-1)?.state, step).toBe('sent');
        expect(
          rows.slice(0, -1).map(({ state }) => state),
          step,
        ).toEqual(rows.slice(1).map(() => 'retrying'));
        if (marked === 0 && rows.length === 1) expect(asked, step).toEqual([false]);
      }
    } finally {
      next.stop();
      await next.gone;
    }
  },
);

async function entries(call: string): Promise<number> {
  const subject = subjects.outbox('t1', call, 'hot_lead');
  const jsm = await managerOf(nc);
  const { state } = await jsm.streams.info(streams.outbox.name, { subjects_filter: subject });
  return state.subjects?.[subject] ?? 0;
}

async function pending(): Promise<number> {
  const jsm = await managerOf(nc);
  const { num_pending, num_ack_pending } = await jsm.consumers.info(streams.outbox.name, 'deliver');
  return num_pending + num_ack_pending;
}
