import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { NatsConnection } from 'nats';
import { startAnalyse, type Analyse } from '../../analytics-worker/analyse/analyse.ts';
import { ModelFailure } from '../../analytics-worker/analysis/llm/failure.ts';
import { openModel, type Model, type Reply } from '../../analytics-worker/analysis/llm/model.ts';
import { askModel } from '../../analytics-worker/derive/ask-model.ts';
import { readDeadLetters } from '../../analytics-worker/deadletters/read.ts';
import type { Store } from '../../clickhouse/client.ts';
import { newCall } from '../../events/ids.ts';
import { streams, subjects, type Lane } from '../../events/subjects.ts';
import { conclude } from '../conclusions/helpers.ts';
import { answer, settings } from '../analysis/llm/calls.ts';
import { modelRow } from '../api/analysed-call.ts';
import { managerOf, startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker } from '../harness/worker.ts';
import { stageDeps, storeFacts } from './parts.ts';
import { spokenCall } from './spoken-call.ts';
import { resultOf } from './stored-results.ts';

const TENANT = 't1';
const WAIT = { timeout: 20_000, interval: 50 };
let nats: TestNats;
let testStore: TestStore;
let store: Store;
let nc: NatsConnection;
let analyse: Analyse | undefined;

beforeAll(async () => {
  [nats, testStore] = await Promise.all([startNats(), startStore()]);
  await provisionBroker(nats);
  store = testStore.store();
  nc = await nats.connect();
}, 60_000);
afterAll(async () => {
  await analyse?.stop();
  await Promise.all([nats?.stop(), testStore?.stop()]);
});

/** A model that does what it is told with each question, by what the caller says his name is. */
function modelThat(answers: (who: string) => Promise<Reply>): Model {
  const real = openModel(settings('http://127.0.0.1:9'));
  const nameIn = (text: string) => /my name is (\w+)/.exec(text)?.[1] ?? '';
  return { ...real, ask: ({ messages }) => answers(nameIn(messages[0]?.content ?? '')) };
}

/** A call that has ended and waits for the model. */
async function waitingCall(lane: Lane, who: string): Promise<string> {
  const call = newCall();
  const { facts, ending } = spokenCall(TENANT, call, { lines: [`user: hello my name is ${who}`, 'agent: hello'] });
  await storeFacts(store, [...facts, ...ending]);
  await nc.jetstream().publish(subjects.analyse(lane, TENANT, call));
  return call;
}

/** Ten for one answer. */
const price = { input: 1_000_000, cachedInput: 0, output: 0, currency: 'USD' };
const findingsOf = async (call: string) => (await resultOf(store, TENANT, call, 'findings', 'llm'))?.result;
const tokens = { input: 10, cachedInput: 0, output: 10 };
const said: Reply = {
  text: JSON.stringify(answer({ outcome: { outcome: 'hangup', evidence: [] } })),
  cutShort: false,
  tokens,
};

describe('questions to the model', () => {
  it('about hot calls do not wait behind a backlog of others', async () => {
    const asked: string[] = [];
    for (let index = 0; index < 12; index++) await waitingCall('standard', `slow${index}`);
    const hot = await waitingCall('hot', 'hot');
    const model = modelThat(async (who) => {
      asked.push(who);
      await new Promise((resolve) => setTimeout(resolve, 300));
      return said;
    });
    analyse = await startAnalyse({ ...(await stageDeps(nc, store)), model });
    await vi.waitFor(async () => expect(await resultOf(store, TENANT, hot, 'findings', 'llm')).toBeDefined(), WAIT);
    expect(asked.length).toBeLessThan(8);
    expect(asked.slice(0, 3)).toContain('hot');
    await vi.waitFor(() => expect(asked).toHaveLength(13), WAIT);
    await analyse.stop();
    expect(analyse.held()).toBe(0);
  });

  it('are one message while the same words are asked about, in whatever lane', async () => {
    const conclusions = conclude([]);
    const ask = (transcript: string, hot = false) => {
      const analysis = { transcript, conclusions: { ...conclusions, session: { ...conclusions.session, hot } } };
      const deps = { nc, signal: new AbortController().signal };
      return askModel(deps, { tenant: 'asked', call: 'c1' }, analysis, { findings: [], version: 1 });
    };
    const asked = async () => {
      const filter = { subjects_filter: 'analyse.*.asked.>' };
      const { state } = await (await managerOf(nc)).streams.info(streams.analyses.name, filter);
      return [Object.keys(state.subjects ?? {}).toSorted(), state.last_seq] as const;
    };
    await ask('said');
    const [subjectsOfOne, seq] = await asked();
    await ask('said');
    await ask('said', true);
    expect(await asked()).toEqual([subjectsOfOne, seq]);
    await ask('said, and more', true);
    expect(await asked()).toEqual([['analyse.hot.asked.c1', 'analyse.standard.asked.c1'], seq + 1]);
  });

  it('are asked anew once the stream keeps no longer what a row waits for', async () => {
    const conclusions = conclude([]);
    const deps = { nc, signal: new AbortController().signal };
    const lastMessage = async () => (await (await managerOf(nc)).streams.info(streams.analyses.name)).state.last_seq;
    const askedAgainAt = (at: number) => {
      const stored = modelRow(null, { state: 'waiting', transcript: 'said', asked_again_at: at });
      const place = { tenant: 'lost', call: 'c1' };
      return askModel(
        deps,
        place,
        { transcript: 'said', conclusions },
        { findings: [{ version: 1, stored }], version: 1 },
      );
    };
    const before = await lastMessage();
    await askedAgainAt(Date.now() - streams.analyses.maxAgeMs + 60_000);
    expect(await lastMessage()).toBe(before);
    await askedAgainAt(Date.now() - streams.analyses.maxAgeMs - 60_000);
    expect(await lastMessage()).toBe(before + 1);
  });

  it('that are asked in two lanes at once are both on the bill', async () => {
    const answers: ((reply: Reply) => void)[] = [];
    const asked = modelThat(() => new Promise((resolve) => answers.push(resolve)));
    analyse = await startAnalyse({ ...(await stageDeps(nc, store)), model: { ...asked, price } });
    const call = await waitingCall('standard', 'twice');
    await nc.jetstream().publish(subjects.analyse('hot', TENANT, call));
    await vi.waitFor(() => expect(answers).toHaveLength(2), WAIT);
    for (const spent of [{ amount: 10 }, { amount: 20 }]) {
      answers.shift()?.(said);
      await vi.waitFor(async () => expect(await findingsOf(call)).toMatchObject({ state: 'answered', spent }), WAIT);
    }
    await analyse.stop();
  });

  it('that a shutdown cuts short leave what was paid on the bill, and are asked again', async () => {
    const ending = new AbortController();
    const failed: Reply = { failure: new ModelFailure('failed', 'no', { retry: true }), tokens };
    let asked = 0;
    const ask: Model['ask'] = (_, { signal }) =>
      ++asked === 1
        ? Promise.resolve(failed)
        : new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('the end'))));
    const model = { ...modelThat(() => Promise.resolve(said)), price, ask };
    analyse = await startAnalyse({ ...(await stageDeps(nc, store)), model, signal: ending.signal });
    const call = await waitingCall('standard', 'cut');
    await vi.waitFor(() => expect(asked).toBe(2), WAIT);
    ending.abort();
    await analyse.stop();
    expect(await findingsOf(call)).toMatchObject({
      ...{ state: 'waiting', spent: { amount: 10 }, paid_failures: 0 },
      asked: { why: { reason: 'stopped' } },
    });
    analyse = await startAnalyse({ ...(await stageDeps(nc, store)), model: modelThat(() => Promise.resolve(said)) });
    await vi.waitFor(async () => expect(await findingsOf(call)).toMatchObject({ state: 'answered' }), WAIT);
    await analyse.stop();
  });

  it('that bring out a bug are tried three times, then a dead letter; nobody else waits for them', async () => {
    let tried = 0;
    const model = modelThat((who) => {
      if (who !== 'bug') return Promise.resolve(said);
      tried++;
      return Promise.reject(new TypeError('undefined is not a function'));
    });
    const deps = await stageDeps(nc, store);
    const broken = await waitingCall('standard', 'bug');
    const other = await waitingCall('standard', 'other');
    analyse = await startAnalyse({ ...deps, model });
    await vi.waitFor(async () => expect(await resultOf(store, TENANT, other, 'findings', 'llm')).toBeDefined(), WAIT);
    const letters = async () => {
      const found = [];
      for await (const { letter } of readDeadLetters(nc)) found.push(letter);
      return found;
    };
    await vi.waitFor(async () => expect(await letters()).toHaveLength(1), WAIT);
    expect(tried).toBe(3);
    expect(await letters()).toMatchObject([
      {
        subject: subjects.analyse('standard', TENANT, broken),
        stage: 'analyse',
        tries: 3,
        problem: { code: 'analysis_failed', message: 'undefined is not a function' },
      },
    ]);
    expect(deps.fatal).toEqual([]);
  });
});
