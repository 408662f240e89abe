import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { NatsConnection } from 'nats';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openOutbox } from '../../analytics-worker/alerts/outbox.ts';
import { openDeliveries } from '../../analytics-worker/delivery/deliveries.ts';
import { step } from '../../analytics-worker/ingest/step.ts';
import { insertMapped } from '../../analytics-worker/store/mapped.ts';
import type { Store } from '../../clickhouse/client.ts';
import { alertsOfCalls } from '../../clickhouse/queries/alerts-of-calls.ts';
import { callsSummary } from '../../clickhouse/queries/calls-summary.ts';
import { deliveries } from '../../clickhouse/queries/deliveries.ts';
import { encode } from '../../events/codec.ts';
import { newCall } from '../../events/ids.ts';
import { subjects } from '../../events/subjects.ts';
import { freePort } from '../../lib/ports.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { GOOD_TOKEN, SALES, startSlack, type TestSlack } from '../harness/slack.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker, startWorker, type TestWorker } from '../harness/worker.ts';
import { hotCall, send } from './hot-call.ts';

const WAIT = { timeout: 20_000, interval: 50 };
const HOUR_MS = 3_600_000;
const PUBLIC_URL = 'https://earshot.example';
let nats: TestNats;
let testStore: TestStore;
let slack: TestSlack;
let store: Store;
let worker: TestWorker;
let nc: NatsConnection;
let dir: string;

beforeAll(async () => {
  [nats, testStore, slack] = await Promise.all([startNats(), startStore(), startSlack()]);
  await provisionBroker(nats);
  dir = await mkdtemp(path.join(os.tmpdir(), 'earshot-alerts-'));
  const config = path.join(dir, 'destinations.yaml');
  await writeFile(config, await destinations());
  const env = { DESTINATIONS_CONFIG: config, SLACK_API_URL: slack.apiUrl, EARSHOT_PUBLIC_URL: `${PUBLIC_URL}/` };
  [worker, nc] = await Promise.all([startWorker({ nats, store: testStore }, env), nats.connect()]);
  store = testStore.store();
}, 60_000);

afterAll(async () => {
  await worker?.kill('SIGTERM');
  await Promise.all([nats?.stop(), testStore?.stop(), slack?.stop()]);
  if (dir) await rm(dir, { recursive: true });
});

async function destinations(): Promise<string> {
  const hook = (name: string) => `{ slack: { webhookUrl: '${slack.webhook(name)}' } }`;
  return [
    'tenants:',
    `  bot: { slack: { botToken: ${GOOD_TOKEN}, channel: ${SALES} } }`,
    `  badbot: { slack: { botToken: ${GOOD_TOKEN}, channel: C404 } }`,
    `  hook: ${hook('sales')}`,
    `  limited: ${hook('limited')}`,
    `  away: { slack: { webhookUrl: 'http://127.0.0.1:${await freePort()}/' } }`,
  ].join('\n');
}

const scope = (tenant: string, call: string) => ({ tenant, callIds: [call] });
const requests = (call: string) => slack.about(`/calls/${call}`);
const said = (tenant: string, call: string) => store.run(alertsOfCalls, scope(tenant, call));
const attempts = async (tenant: string, call: string) =>
  (await store.run(deliveries, scope(tenant, call))).map(
    ({ kind, attempt, state, possibly_repeated, status, error }) => ({
      kind,
      attempt,
      state,
      possibly_repeated,
      status,
      error,
    }),
  );
const sent = (kind: string, attempt: number, possibly_repeated = false) => ({
  kind,
  attempt,
  state: 'sent',
  possibly_repeated,
  status: 200,
  error: '',
});

/** A call in mid-air that has just become hot. */
async function goHot(tenant: string, options = {}) {
  const call = newCall();
  const hot = hotCall(tenant, call, options);
  await send(nc, hot.facts);
  return { call, ...hot };
}

describe('a hot lead', () => {
  test('is one message in mid-call, and after the call a correction in its thread, by a bot', async () => {
    const { call, ending } = await goHot('bot');
    await vi.waitFor(async () => expect(await attempts('bot', call)).toEqual([sent('alert', 1)]), WAIT);
    const [request] = requests(call);
    expect(request).toMatchObject({ path: '/api/chat.postMessage', token: GOOD_TOKEN, body: { channel: SALES } });
    expect(request?.body.text).toMatch(/^Hot lead: Dana Whitfield, Northbeam Logistics\nscore 84 of 100 · tier_1/);
    expect(request?.body.text).toContain(`Open the live call: ${PUBLIC_URL}/calls/${call}`);
    expect(request?.body.thread_ts).toBeUndefined();

    await send(nc, ending({ team_size: 2 }));
    await vi.waitFor(
      async () => expect(await attempts('bot', call)).toEqual([sent('alert', 1), sent('correction', 1)]),
      WAIT,
    );
    const [, correction] = requests(call);
    expect(correction?.body).toMatchObject({ channel: SALES, thread_ts: expect.stringMatching(/^1700000000\.\d+$/) });
    expect(correction?.body.text).toMatch(/^Correction: no longer a hot lead: /);
    expect(await said('bot', call)).toMatchObject([
      {
        kind: 'alert',
        score: 84,
        hot: true,
        late: false,
        state: 'sent',
        destination: 'slack_bot',
        possibly_repeated: 0,
      },
      { kind: 'correction', score: 58, hot: false, state: 'sent' },
    ]);
    const [row] = await said('bot', call);
    expect(row?.content).not.toMatch(/Dana|Northbeam/);
    expect(row?.person_key).not.toBe('');
    expect(requests(call)).toHaveLength(2);
  });

  test('corrected by a webhook is a second message marked so', async () => {
    const { call, ending } = await goHot('hook');
    await vi.waitFor(async () => expect(await attempts('hook', call)).toEqual([sent('alert', 1)]), WAIT);
    await send(nc, ending({ budget_authority: 'decision_maker' }));
    await vi.waitFor(
      async () => expect((await said('hook', call)).at(-1)).toMatchObject({ score: 100, state: 'sent' }),
      WAIT,
    );
    const texts = requests(call).map(({ body }) => body.text);
    expect(texts[0]).toMatch(/^Hot lead: /);
    expect(texts[1]).toMatch(/^Correction: still a hot lead: .*\nscore 84 of 100 → 100/);
  });

  test('with nothing configured is printed and kept with its full text', async () => {
    const { call } = await goHot('nobody');
    await vi.waitFor(async () => {
      const [row] = await said('nobody', call);
      expect(row).toMatchObject({ destination: 'printed', state: 'sent' });
      expect(row?.text).toContain('Hot lead: Dana Whitfield, Northbeam Logistics\nscore 84 of 100');
    }, WAIT);
    expect(requests(call)).toEqual([]);
    expect(worker.log()).toContain('the message was printed and kept');
    expect(worker.log()).not.toMatch(/Dana|Northbeam/);
  });

  test('whose signals are old is late and says so', async () => {
    const { call } = await goHot('hook', { at: Date.now() - 20 * 60_000 });
    await vi.waitFor(() => expect(requests(call)[0]?.body.text).toMatch(/Late: this was said 20 minutes before/), WAIT);
    await vi.waitFor(async () => expect(await said('hook', call)).toMatchObject([{ late: true, state: 'sent' }]), WAIT);
  });

  test('is not raised when an old call is concluded again, only when it is concluded as it goes', async () => {
    const call = newCall();
    const rows = hotCall('hook', call).facts.flatMap((fact) => {
      const message = { subject: subjects.event('hook', call, fact.type), data: encode(fact), brokerAt: fact.at };
      const outcome = step(message);
      return outcome.kind === 'rows' ? outcome.rows : [];
    });
    await insertMapped(store, rows);
    const derived = async (lane: string) =>
      Number(new RegExp(`calls_derived_total\\{lane="${lane}"\\} (\\d+)`).exec(await metrics())?.[1] ?? 0);
    expect(await derived('again')).toBe(0);
    await nc.jetstream().publish(subjects.derive('again', 'hook', call));
    await vi.waitFor(async () => expect(await derived('again')).toBe(1), WAIT);
    const summary = await store.run(callsSummary, scope('hook', call));
    expect(summary).toMatchObject([{ lead_score: 84 }]);
    expect(await openOutbox(nc).last({ tenant: 'hook', call, rule: 'hot_lead' }, 'alert')).toBeUndefined();
    await nc.jetstream().publish(subjects.derive('standard', 'hook', call));
    await vi.waitFor(() => expect(requests(call)).toHaveLength(1), WAIT);
  });
});

describe('a destination that', () => {
  test('asks for a pause gets it, and no mark of a repeat', async () => {
    slack.misbehave('of Limited', { status: 429, headers: { 'retry-after': '2' } });
    const { call } = await goHot('limited', { name: 'Lord of Limited' });
    await vi.waitFor(async () => expect((await attempts('limited', call)).at(-1)).toEqual(sent('alert', 2)), WAIT);
    const [first, second, ...more] = requests(call);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1_990);
    expect(second?.body.text).not.toContain('May be a repeat');
    expect(more).toEqual([]);
    expect((await attempts('limited', call))[0]).toMatchObject({
      state: 'retrying',
      status: 429,
      error: 'ratelimited',
    });
  });

  test.each<[string, Parameters<TestSlack['misbehave']>[1], object]>([
    ['fails', { status: 500 }, { status: 500, error: 'server_error' }],
    ['takes it and is cut off', 'cut', { status: null }],
  ])('%s gets it again, marked and counted as a possible repeat', async (what, misbehaviour, first) => {
    const before = await repeated();
    slack.misbehave(`Miss ${what}`, misbehaviour);
    const { call } = await goHot('hook', { name: `Miss ${what}` });
    await vi.waitFor(async () => expect((await attempts('hook', call)).at(-1)).toEqual(sent('alert', 2, true)), WAIT);
    expect((await attempts('hook', call))[0]).toMatchObject({
      attempt: 1,
      state: 'retrying',
      possibly_repeated: false,
      ...first,
    });
    const texts = requests(call).map(({ body }) => body.text.includes('May be a repeat'));
    expect(texts).toEqual([false, true]);
    expect(await said('hook', call)).toMatchObject([{ attempts: 2, possibly_repeated: 1 }]);
    expect(await repeated()).toBe(before + 1);
  });

  test('refuses is not asked again; the failure is kept, and no correction follows', async () => {
    const { call, ending } = await goHot('badbot');
    const failed = { state: 'failed', status: 200, error: 'channel_not_found', attempt: 1 };
    await vi.waitFor(async () => expect(await attempts('badbot', call)).toMatchObject([failed]), WAIT);
    await send(nc, ending({ team_size: 2 }));
    await vi.waitFor(
      async () =>
        expect((await attempts('badbot', call)).at(-1)).toMatchObject({
          kind: 'correction',
          error: 'alert_not_delivered',
        }),
      WAIT,
    );
    expect(requests(call)).toHaveLength(1);
  });

  test('was asked first a day ago is given up; how long the message waited before counts for nothing', async () => {
    const call = newCall();
    const [rule, raisedAtMs] = ['hot_lead', Date.now() - 25 * HOUR_MS];
    const tried = {
      state: 'retrying',
      attempt: 9,
      destination: 'slack_webhook',
      possiblyRepeated: false,
      firstRequestedAtMs: raisedAtMs,
      requestedAtMs: Date.now() - 1_000,
      answeredAtMs: null,
      status: null,
      error: 'ECONNREFUSED',
    } as const;
    await (await openDeliveries(nc)).settle(`hook.${call}.${rule}`, tried);
    await send(nc, hotCall('hook', call).facts);
    const gone = { attempt: 10, state: 'failed', error: 'given_up' };
    await vi.waitFor(async () => expect(await attempts('hook', call)).toMatchObject([gone]), WAIT);
    expect(requests(call)).toEqual([]);

    const [alert, old] = [await openOutbox(nc).last({ tenant: 'hook', call, rule }, 'alert'), newCall()];
    if (!alert) throw new Error('no alert');
    const causedBy = { ...alert.message.causedBy, atMs: raisedAtMs };
    const message = { ...alert.message, id: `hook.${old}.${rule}`, call: old, raisedAtMs, causedBy };
    slack.misbehave(old, { status: 500 });
    await openOutbox(nc).publish(message, 0);
    await vi.waitFor(() => expect(requests(old)).toHaveLength(2), WAIT);
    const [{ text } = { text: '' }] = requests(old).map(({ body }) => body);
    expect(text).toContain(`Open the call: ${PUBLIC_URL}/calls/${old}\nLate: this was said 1500 minutes before`);
  });

  test('is away holds up nobody else', async () => {
    const waiting = await Promise.all(Array.from({ length: 10 }, () => goHot('away')));
    const { call } = await goHot('hook');
    await vi.waitFor(() => expect(requests(call)).toHaveLength(1), WAIT);
    for (const { call: other } of waiting)
      await vi.waitFor(
        async () =>
          expect((await attempts('away', other))[0]).toMatchObject({ state: 'retrying', error: 'ECONNREFUSED' }),
        WAIT,
      );
    const states = await Promise.all(waiting.map(async ({ call: other }) => (await said('away', other))[0]));
    expect(states.every((row) => row?.state === 'retrying' && row.possibly_repeated === 0)).toBe(true);
  });
});

test('what was done is in the metrics, and no secret anywhere', async () => {
  const text = await metrics();
  expect(text).toMatch(/earshot_alerts_raised_total\{rule="hot_lead",kind="alert"\} \d+/);
  expect(text).toMatch(/earshot_deliveries_total\{destination="slack_webhook",state="sent"\} \d+/);
  expect(text).toMatch(/earshot_alert_request_seconds_count [1-9]/);
  expect(text + worker.log()).not.toMatch(/xoxb-|\/services\//);
});

async function metrics(): Promise<string> {
  return (await fetch(`${worker.url}/metrics`)).text();
}

async function repeated(): Promise<number> {
  const found = /possibly_repeated_total\{destination="slack_webhook"\} (\d+)/.exec(await metrics());
  return Number(found?.[1] ?? 0);
}
