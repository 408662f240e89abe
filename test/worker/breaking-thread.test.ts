import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { NatsConnection } from 'nats';
import { openOutbox } from '../../analytics-worker/alerts/outbox.ts';
import { analysers } from '../../analytics-worker/analysis/stored/analysers.ts';
import { readDeadLetters } from '../../analytics-worker/deadletters/read.ts';
import type { AnalyseEnded } from '../../analytics-worker/derive/analysis.ts';
import { startDerive } from '../../analytics-worker/derive/derive.ts';
import type { Store } from '../../clickhouse/client.ts';
import { callsSummary } from '../../clickhouse/queries/calls-summary.ts';
import { newCall } from '../../events/ids.ts';
import { subjects } from '../../events/subjects.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker } from '../harness/worker.ts';
import { stageDeps, storeFacts } from './parts.ts';
import { CONVERSATION, spokenCall } from './spoken-call.ts';
import { resultsOf } from './stored-results.ts';
import { BREAKING, openThread } from './thread.ts';

const TENANT = 't1';
const WAIT = { timeout: 40_000, interval: 100 };
const ALL = [...Object.keys(analysers), 'lead_score'].toSorted();
let nats: TestNats;
let testStore: TestStore;
let store: Store;
let nc: NatsConnection;

beforeAll(async () => {
  [nats, testStore] = await Promise.all([startNats(), startStore()]);
  await provisionBroker(nats);
  store = testStore.store();
  nc = await nats.connect();
}, 60_000);
afterAll(() => Promise.all([nats?.stop(), testStore?.stop()]));

/** Derive with a thread whose work has bugs that some words bring out. */
async function startBreaking() {
  const stopping = new AbortController();
  const real = await stageDeps(nc, store);
  const thread = openThread({ file: BREAKING, signal: stopping.signal });
  const told = { analysed: 0, counted: 0 };
  const analyse: AnalyseEnded = (...call) => {
    told.analysed++;
    return thread.analyse(...call);
  };
  const count = (key: string) => {
    told.counted++;
    return real.tries.count(key);
  };
  const deps = { ...real, tries: { ...real.tries, count }, signal: stopping.signal, outbox: openOutbox(nc) };
  const derive = await startDerive({ ...deps, analysis: { analyse, asksVersion: undefined } });
  return { deps, derive, thread, stopping, told };
}

async function endedCall(...more: string[]): Promise<string> {
  const call = newCall();
  const { facts, ending } = spokenCall(TENANT, call, { lines: [...CONVERSATION, ...more] });
  await storeFacts(store, [...facts, ...ending]);
  await nc.jetstream().publish(subjects.derive('standard', TENANT, call));
  return call;
}

const analysersOf = async (call: string) => (await resultsOf(store, TENANT, call)).map(({ analyser }) => analyser);

it('a call that ends the thread is tried three times, then its results are dead letters; all others stand', async () => {
  const broken = await endedCall('user: end the thread');
  const sound = await Promise.all([endedCall(), endedCall()]);
  const { deps, derive, thread } = await startBreaking();
  const letters = async () => {
    const found = [];
    for await (const { letter } of readDeadLetters(nc)) found.push(letter);
    return found;
  };
  for (const call of sound) await vi.waitFor(async () => expect(await analysersOf(call)).toEqual(ALL), WAIT);
  await vi.waitFor(async () => expect(await letters()).toHaveLength(Object.keys(analysers).length), WAIT);
  for (const { problem, tries, subject } of await letters()) {
    expect({ code: problem.code, tries, subject }).toEqual({
      ...{ code: 'analyser_failed', tries: 3 },
      subject: subjects.derive('standard', TENANT, broken),
    });
    expect(problem.message).toContain('in the analysis thread: worker exited with code: 7');
  }
  expect(await analysersOf(broken)).toEqual([]);
  const [session] = await store.run(callsSummary, { tenant: TENANT, callIds: [broken] });
  expect(session).toMatchObject({ status: 'ended' });
  await vi.waitFor(() => expect(derive.held()).toBe(0), WAIT);
  expect(deps.fatal).toEqual([]);
  await derive.stop();
  await thread.close();
}, 60_000);

it('a call in the middle of which the worker stops is given back, and no try is counted', async () => {
  const { deps, derive, thread, stopping, told } = await startBreaking();
  await thread.findByRules({ items: [] }, 'hot');
  const call = await endedCall('user: never come back');
  await vi.waitFor(() => expect(told.analysed).toBe(1), WAIT);
  const stopped = derive.stop();
  stopping.abort();
  await stopped;
  await thread.close();
  expect(derive.held()).toBe(0);
  expect(deps.fatal).toEqual([]);
  expect(told.counted).toBe(0);

  const other = openThread();
  const analysis = { analyse: other.analyse, asksVersion: undefined };
  const next = await startDerive({ ...(await stageDeps(nc, store)), analysis, outbox: openOutbox(nc) });
  await vi.waitFor(async () => expect(await analysersOf(call)).toEqual(ALL), WAIT);
  await next.stop();
  await other.close();
}, 60_000);
