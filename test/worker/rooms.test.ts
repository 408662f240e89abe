import type { NatsConnection } from 'nats';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Store } from '../../clickhouse/client.ts';
import { callsNow } from '../../clickhouse/queries/calls-now.ts';
import { callsOfIds } from '../../clickhouse/queries/calls-of-ids.ts';
import { callsPage } from '../../clickhouse/queries/calls-page.ts';
import { alertsOfCalls } from '../../clickhouse/queries/alerts-of-calls.ts';
import { eventsOfCall } from '../../clickhouse/queries/events-of-call.ts';
import { leadsPage } from '../../clickhouse/queries/leads-page.ts';
import { newCall } from '../../events/ids.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { startSlack, type TestSlack } from '../harness/slack.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker, startWorker, type TestWorker } from '../harness/worker.ts';
import { send } from './hot-call.ts';
import { goingOn, newWaitingCall, webhookFacts } from './room-call.ts';

const TENANT = 't1';
const WAIT = { timeout: 20_000, interval: 50 };
const NO_AGENT_AFTER_MS = 2_000;
const HOUR_MS = 3_600_000;
let nats: TestNats;
let testStore: TestStore;
let slack: TestSlack;
let store: Store;
let workers: TestWorker[];
let nc: NatsConnection;

beforeAll(async () => {
  [nats, testStore, slack] = await Promise.all([startNats(), startStore(), startSlack()]);
  await provisionBroker(nats);
  const env = {
    NO_AGENT_AFTER_MS: String(NO_AGENT_AFTER_MS),
    SWEEP_INTERVAL_MS: '5000',
    SLACK_WEBHOOK_URL: slack.webhook('ops'),
    EARSHOT_PUBLIC_URL: 'https://earshot.example',
  };
  const parts = { nats, store: testStore };
  workers = await Promise.all([startWorker(parts, env), startWorker(parts, env)]);
  nc = await nats.connect();
  store = testStore.store();
}, 60_000);
afterAll(async () => {
  await Promise.all((workers ?? []).map((worker) => worker.kill('SIGTERM')));
  await Promise.all([nats?.stop(), testStore?.stop(), slack?.stop()]);
});

const summaryOf = async (call: string) => (await store.run(callsOfIds, { tenant: TENANT, callIds: [call] }))[0];
const range = () => ({ tenant: TENANT, fromMs: Date.now() - HOUR_MS, toMs: Date.now() + HOUR_MS });
const listed = async () => (await store.run(callsPage, { ...range(), limit: 500 })).map((row) => row.call_id);
const live = async () => (await store.run(callsNow, { tenant: TENANT })).map((row) => row.call_id);
const leads = async () => (await store.run(leadsPage, { ...range(), limit: 500 })).map((row) => row.call_id);
const factsOf = async (call: string, type: string) =>
  (await store.run(eventsOfCall, { tenant: TENANT, callId: call, limit: 100 })).filter((row) => row.type === type);
const alertsOf = (call: string) => store.run(alertsOfCalls, { tenant: TENANT, callIds: [call] });

describe('a call whose job was killed', () => {
  test('is closed within five seconds after its agent has left, with its last event as its end', async () => {
    const call = newCall();
    const collector = goingOn(TENANT, call);
    await send(nc, [...collector.facts, webhookFacts(TENANT, call).joined('agent')]);
    await vi.waitFor(async () => expect(await summaryOf(call)).toMatchObject({ status: 'active' }), WAIT);
    await send(nc, [webhookFacts(TENANT, call).left('agent')]);
    const leftAt = Date.now();
    await vi.waitFor(
      async () => expect(await summaryOf(call)).toMatchObject({ status: 'ended', end_reason: 'agent_lost' }),
      WAIT,
    );
    expect(Date.now() - leftAt).toBeLessThan(5_000);
    expect(await summaryOf(call)).toMatchObject({ ended_at: collector.lastAt(), ended_by: 'system' });
    await vi.waitFor(async () => expect(await factsOf(call, 'call.ended')).toHaveLength(1), WAIT);
  });

  test('is closed when its room is, and revised by what its spool held', async () => {
    const call = newCall();
    const collector = goingOn(TENANT, call);
    await send(nc, [...collector.facts, webhookFacts(TENANT, call).finished()]);
    await vi.waitFor(async () => expect(await summaryOf(call)).toMatchObject({ end_reason: 'agent_lost' }), WAIT);
    const ended = { endedAt: collector.lastAt() + 1, reason: 'caller_hung_up', by: 'caller' } as const;
    await send(nc, [collector.next('call.ended', ended)]);
    await vi.waitFor(async () => expect(await summaryOf(call)).toMatchObject({ end_reason: 'caller_hung_up' }), WAIT);
  });

  test('before it said a word is closed too, when it left', async () => {
    const call = newCall();
    const told = webhookFacts(TENANT, call);
    const left = told.left('agent');
    await send(nc, [told.joined('agent'), left]);
    await vi.waitFor(
      async () => expect(await summaryOf(call)).toMatchObject({ end_reason: 'agent_lost', ended_at: left.at }),
      WAIT,
    );
  });

  test('is not one whose agent came back, whose caller alone left, or which said how it ended', async () => {
    const [back, caller, ended, lost] = [newCall(), newCall(), newCall(), newCall()];
    for (const call of [back, caller, ended, lost]) await send(nc, goingOn(TENANT, call).facts);
    const endedBy = goingOn(TENANT, ended);
    await send(nc, [
      webhookFacts(TENANT, back).left('agent'),
      webhookFacts(TENANT, back).joined('agent'),
      webhookFacts(TENANT, caller).left('caller'),
      endedBy.next('call.ended', { endedAt: endedBy.lastAt(), reason: 'agent_ended', by: 'agent' }),
      webhookFacts(TENANT, ended).left('agent'),
      // The last of them, so that the others had their time.
      webhookFacts(TENANT, lost).left('agent'),
    ]);
    await vi.waitFor(async () => expect(await summaryOf(lost)).toMatchObject({ end_reason: 'agent_lost' }), WAIT);
    for (const call of [back, caller]) expect(await summaryOf(call)).toMatchObject({ status: 'active' });
    expect(await summaryOf(ended)).toMatchObject({ end_reason: 'agent_ended' });
    for (const call of [back, caller]) expect(await factsOf(call, 'call.ended')).toEqual([]);
  });
});

describe('a caller in a room', () => {
  test('whom no agent joins is told of once, and is a call that nobody took', async () => {
    const call = newWaitingCall();
    const told = webhookFacts(TENANT, call);
    const dana = { name: 'Dana <!channel>', email: 'dana@northbeam.example', company: '*Northbeam*' };
    const joinedAt = Date.now();
    await send(nc, [told.started(), told.joined('caller', 'caller-1', dana)]);
    await vi.waitFor(() => expect(slack.about(`/calls/${call}`)).toHaveLength(1), WAIT);
    expect(Date.now() - joinedAt).toBeGreaterThan(NO_AGENT_AFTER_MS);
    expect(Date.now() - joinedAt).toBeLessThan(NO_AGENT_AFTER_MS + 4_000);
    const text = JSON.stringify(slack.about(`/calls/${call}`)[0]?.body);
    expect(text).toContain('A caller waits and no agent came: Dana');
    expect(text).toContain('Open the live call');
    expect(text).not.toMatch(/<!channel>|\*Northbeam\*|dana@northbeam/);
    expect(await summaryOf(call)).toMatchObject({ status: 'active', waiting: true, channel: 'web' });
    expect(await live()).toContain(call);

    await send(nc, [told.left('caller', 'CLIENT_INITIATED'), told.finished()]);
    await vi.waitFor(
      async () =>
        expect(await summaryOf(call)).toMatchObject({
          status: 'ended',
          waiting: false,
          end_reason: 'agent_never_came',
          ended_by: 'caller',
          complete: true,
        }),
      WAIT,
    );
    expect(await listed()).toContain(call);
    expect(await leads()).toContain(call);
    expect(await factsOf(call, 'agent.awaited')).toHaveLength(1);
    expect(await alertsOf(call)).toMatchObject([{ rule: 'no_agent', kind: 'alert', score: null, late: false }]);
    expect(slack.about(`/calls/${call}`)).toHaveLength(1);
  });

  test('who is answered, or leaves, in time is told of by nobody', async () => {
    const [answered, left, closed, recorded, alone] = Array.from({ length: 5 }, newWaitingCall) as [
      string,
      string,
      string,
      string,
      string,
    ];
    const job = newCall();
    for (const call of [answered, left, closed, recorded, alone]) {
      const told = webhookFacts(TENANT, call);
      await send(nc, [told.started(), ...(call === recorded ? [] : [told.joined('caller')])]);
    }
    await send(nc, [
      webhookFacts(TENANT, answered).linked(job),
      webhookFacts(TENANT, left).left('caller', 'CLIENT_INITIATED'),
      webhookFacts(TENANT, closed).finished(),
      webhookFacts(TENANT, recorded).joined('other'),
      ...goingOn(TENANT, job).facts,
    ]);
    await vi.waitFor(() => expect(slack.about(`/calls/${alone}`)).toHaveLength(1), WAIT);
    for (const call of [answered, left, closed, recorded]) {
      expect(await factsOf(call, 'agent.awaited'), call).toEqual([]);
      expect(slack.about(`/calls/${call}`), call).toEqual([]);
    }
    const shown = await listed();
    expect(shown).toEqual(expect.arrayContaining([job, left, closed, alone]));
    for (const call of [answered, recorded]) {
      expect(shown).not.toContain(call);
      expect(await live()).not.toContain(call);
      expect(await leads()).not.toContain(call);
    }
    expect(await summaryOf(left)).toMatchObject({ end_reason: 'agent_never_came', ended_by: 'caller' });
    expect(await summaryOf(closed)).toMatchObject({ end_reason: 'agent_never_came', ended_by: 'system' });
    expect(await factsOf(answered, 'call.linked')).toHaveLength(1);
  });
});
