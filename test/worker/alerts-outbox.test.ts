import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOutbox } from '../../analytics-worker/alerts/outbox.ts';
import { raise } from '../../analytics-worker/alerts/raise.ts';
import { defaultScoring } from '../../analytics-worker/conclusions/scoringConfig.ts';
import { createMetrics } from '../../analytics-worker/metrics.ts';
import type { Fact } from '../../events/catalogue.ts';
import { newCall } from '../../events/ids.ts';
import { streams, subjects } from '../../events/subjects.ts';
import { conclude } from '../conclusions/helpers.ts';
import { managerOf, startNats, type TestNats } from '../harness/nats.ts';
import { provisionBroker } from '../harness/worker.ts';
import { hotCall } from './hot-call.ts';

const RACING = 20;
let nats: TestNats;
beforeAll(async () => {
  nats = await startNats();
  await provisionBroker(nats);
}, 60_000);
afterAll(() => nats?.stop());

function concluded(call: string, facts: readonly Fact[]) {
  const stored = facts.map((fact) => ({ fact, brokerAt: fact.at }));
  const config = { scoring: defaultScoring, personSecret: 'secret' };
  return {
    tenant: 't1',
    call,
    facts: stored,
    conclusions: conclude(stored, { call, tenant: 't1' }),
    config,
    nowMs: Date.now(),
  };
}

/** What lies in the outbox under a subject, and what the workers believe to have put there. */
async function race(work: (deps: Parameters<typeof raise>[0], index: number) => Promise<void>) {
  const metrics = createMetrics();
  const { signal } = new AbortController();
  const connections = await Promise.all(Array.from({ length: RACING }, () => nats.connect()));
  await Promise.all(connections.map((nc, index) => work({ outbox: openOutbox(nc), metrics, signal }, index)));
  return { metrics, nc: connections[0] ?? (await nats.connect()) };
}

async function countOn(nc: Awaited<ReturnType<TestNats['connect']>>, subject: string): Promise<number> {
  const jsm = await managerOf(nc);
  const { state } = await jsm.streams.info(streams.outbox.name, { subjects_filter: subject });
  return state.subjects?.[subject] ?? 0;
}

test('20 racing workers raise one alert, and correct it once after the call', async () => {
  const call = newCall();
  const { facts, ending } = hotCall('t1', call);
  const midCall = concluded(call, facts);
  const first = await race((deps) => raise(deps, midCall));
  expect(await countOn(first.nc, subjects.outbox('t1', call, 'hot_lead'))).toBe(1);
  expect(await first.metrics.registry.metrics()).toContain(
    'earshot_alerts_raised_total{rule="hot_lead",kind="alert"} 1',
  );

  const after = concluded(call, [...facts, ...ending({ team_size: 2 })]);
  const second = await race((deps, index) => raise(deps, index % 2 === 0 ? after : midCall));
  expect(await countOn(second.nc, subjects.outbox('t1', call, 'hot_lead'))).toBe(1);
  expect(await countOn(second.nc, subjects.correction('t1', call, 'hot_lead'))).toBe(1);
  const said = await openOutbox(second.nc).last({ tenant: 't1', call, rule: 'hot_lead' }, 'correction');
  expect(said?.message).toMatchObject({ kind: 'correction', standing: { score: 58, hot: false } });
});

test('a call that was never hot leaves nothing, ended or not', async () => {
  const call = newCall();
  const { facts, ending } = hotCall('t1', call);
  const { nc } = await race(async (deps) => {
    await raise(deps, concluded(call, facts.slice(0, 3)));
    await raise(deps, concluded(call, [...facts.slice(0, 3), ...ending()]));
  });
  expect(await countOn(nc, subjects.outbox('t1', call, 'hot_lead'))).toBe(0);
});
