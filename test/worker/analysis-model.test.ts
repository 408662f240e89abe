import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NatsConnection } from 'nats';
import { findingsPrompt } from '../../analytics-worker/analysis/llm/prompt.ts';
import { modelFindings } from '../../analytics-worker/analysis/stored/model-findings.ts';
import { analysers } from '../../analytics-worker/analysis/stored/analysers.ts';
import type { Store } from '../../clickhouse/client.ts';
import { callsOfIds } from '../../clickhouse/queries/calls-of-ids.ts';
import { callsSummary } from '../../clickhouse/queries/calls-summary.ts';
import { tables } from '../../clickhouse/tables/index.ts';
import { newCall } from '../../events/ids.ts';
import { streams, subjects } from '../../events/subjects.ts';
import { answer, signal } from '../analysis/llm/calls.ts';
import { startModelServer, type ModelServer } from '../analysis/llm/model-server.ts';
import { managerOf, startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker, startWorker, type TestWorker } from '../harness/worker.ts';
import { send } from './hot-call.ts';
import { spokenCall } from './spoken-call.ts';
import { resultOf, resultsOf } from './stored-results.ts';

const TENANT = 't1';
const WAIT = { timeout: 20_000, interval: 100 };
let nats: TestNats;
let testStore: TestStore;
let store: Store;
let worker: TestWorker;
let model: ModelServer;
let nc: NatsConnection;

/** A thousand tokens in and a hundred out. */
const COST = { amount: 0.003, currency: 'USD' };

beforeAll(async () => {
  [nats, testStore, model] = await Promise.all([startNats(), startStore(), startModelServer()]);
  await provisionBroker(nats);
  const env = {
    ANALYSIS_LLM_BASE_URL: model.url,
    ANALYSIS_LLM_MODEL: 'local',
    ANALYSIS_LLM_PRICE: '2/1/10 USD',
    ANALYSIS_LLM_TIMEOUT_MS: '5000',
  };
  [worker, nc] = await Promise.all([startWorker({ nats, store: testStore }, env), nats.connect()]);
  store = testStore.store();
}, 60_000);
beforeEach(() => model.play({ says: found }));
afterAll(async () => {
  await worker?.kill('SIGTERM');
  await Promise.all([nats?.stop(), testStore?.stop(), model?.stop()]);
});

/** What the rules do not hear: that they decide this week. */
const found = answer({
  signals: [
    signal('team_size', 12, 2, 'a team of twelve'),
    signal('decision_timeline', 'this_week', 8, 'send me the offer by friday'),
  ],
});

const findingsOf = async (call: string) => {
  const row = await resultOf(store, TENANT, call, 'findings', 'llm');
  return row && modelFindings.parse(row.result);
};
const sessionOf = async (call: string) => (await store.run(callsSummary, { tenant: TENANT, callIds: [call] }))[0];
const waitingQuestions = async () =>
  (await (await managerOf(nc)).consumers.info(streams.analyses.name, 'analyse-standard')).num_ack_pending;

async function anEndedCall(): Promise<ReturnType<typeof spokenCall> & { call: string }> {
  const call = newCall();
  const spoken = spokenCall(TENANT, call);
  await send(nc, [...spoken.facts, ...spoken.ending]);
  return { ...spoken, call };
}

describe('a call that has ended, where a model is set', () => {
  it('has results of both engines, what the model found with its cost, and the lead that follows', async () => {
    const { call } = await anEndedCall();
    await vi.waitFor(async () => expect(await sessionOf(call)).toMatchObject({ lead_score: 84, tier: 'tier_1' }), WAIT);
    expect(model.asked).toHaveLength(1);
    expect(await findingsOf(call)).toMatchObject({
      state: 'answered',
      answers: 1,
      spent: COST,
      asked: { model: { provider: 'openai', name: 'local' }, cost: COST, usage: { input: 1_000, output: 100 } },
      findings: { signals: { decision_timeline: { value: 'this_week' } } },
    });
    const all = await resultsOf(store, TENANT, call);
    const names = [...Object.keys(analysers), 'findings'].toSorted();
    expect(all.filter(({ engine }) => engine === 'llm').map(({ analyser }) => analyser)).toEqual(names);
    const byModel = await resultOf(store, TENANT, call, 'lead', 'llm');
    expect(byModel).toMatchObject({ analyser_version: findingsPrompt().version, result: { lead: { score: 84 } } });
    expect((await resultOf(store, TENANT, call, 'lead'))?.result).toMatchObject({ lead: { score: 68 } });
    const cost = { lines: [{ purpose: 'analysis', cost: COST }] };
    expect((await resultOf(store, TENANT, call, 'performance', 'llm'))?.result).toMatchObject({ cost });
    const [listed] = await store.run(callsOfIds, { tenant: TENANT, callIds: [call] });
    expect(listed).toMatchObject({ cost: COST.amount, cost_currency: COST.currency });
  });

  it('is paid for once: a question that comes again and a metric that comes late ask nothing', async () => {
    const { call, late } = await anEndedCall();
    await vi.waitFor(async () => expect(await resultOf(store, TENANT, call, 'lead', 'llm')).toBeDefined(), WAIT);
    const { version = 0 } = (await resultOf(store, TENANT, call, 'lead', 'llm')) ?? {};
    await nc.jetstream().publish(subjects.analyse('standard', TENANT, call));
    await nc.jetstream().publish(subjects.analyse('hot', TENANT, call));
    const metric = {
      toolCallId: 't1',
      name: 'lookup',
      args: '{}',
      startedAt: 1,
      endedAt: 2,
      durationMs: 1,
      isError: false,
    };
    await send(nc, [late('tool.executed', metric)]);
    await vi.waitFor(
      async () => expect((await resultOf(store, TENANT, call, 'content_gaps', 'llm'))?.version).toBe(version + 1),
      WAIT,
    );
    const jsm = await managerOf(nc);
    await vi.waitFor(async () => {
      for (const durable of ['analyse-hot', 'analyse-standard'])
        expect(await jsm.consumers.info(streams.analyses.name, durable)).toMatchObject({
          num_pending: 0,
          num_ack_pending: 0,
        });
    }, WAIT);
    expect(model.asked).toHaveLength(1);
    expect(await findingsOf(call)).toMatchObject({ answers: 1, spent: COST });
  });

  it('is asked about where what is stored has another form; what was paid and answered counts on', async () => {
    const call = newCall();
    const another = { state: 'answered', answers: 2, spent: COST, findings: { signals: 'in the form of yesterday' } };
    await store.insert(tables.analysisResults, [
      {
        ...{ tenant: TENANT, call_id: call, analyser: 'findings', analyser_version: findingsPrompt().version },
        ...{ engine: 'llm', version: 1, confidence: 'low', result: JSON.stringify(another) },
      },
    ]);
    const { facts, ending } = spokenCall(TENANT, call);
    await send(nc, [...facts, ...ending]);
    await vi.waitFor(async () => expect(await sessionOf(call)).toMatchObject({ lead_score: 84 }), WAIT);
    expect(await findingsOf(call)).toMatchObject({ state: 'answered', answers: 3, spent: { amount: 0.006 } });
  });

  it('is asked about again when more was said', async () => {
    const { call, late } = await anEndedCall();
    await vi.waitFor(async () => expect(await findingsOf(call)).toMatchObject({ answers: 1 }), WAIT);
    const item = {
      itemId: 'item_10',
      role: 'user',
      text: 'and thank you',
      createdAt: Date.now(),
      interrupted: false,
    } as const;
    await send(nc, [late('item.committed', item)]);
    await vi.waitFor(
      async () => expect(await findingsOf(call)).toMatchObject({ answers: 2, spent: { amount: 0.006 } }),
      WAIT,
    );
  });
});

describe('a model that is away', () => {
  it('is asked again when it is back; until then the rules stand and the row says why it waits', async () => {
    model.play({ status: 503 });
    const { call } = await anEndedCall();
    await vi.waitFor(
      async () =>
        expect(await findingsOf(call)).toMatchObject({
          state: 'waiting',
          failures: 1,
          findings: null,
          asked: { why: { reason: 'failed', message: 'the endpoint answered 503' } },
        }),
      WAIT,
    );
    expect(await sessionOf(call)).toMatchObject({ lead_score: 68 });
    expect(await resultOf(store, TENANT, call, 'lead', 'llm')).toBeUndefined();
    expect(await waitingQuestions()).toBe(1);
    model.play({ says: found });
    await vi.waitFor(async () => expect(await sessionOf(call)).toMatchObject({ lead_score: 84 }), WAIT);
    expect(await findingsOf(call)).toMatchObject({ state: 'answered', failures: 0, asked_again_at: null });
    expect(await store.run(callsSummary, { tenant: TENANT, callIds: [call] })).toHaveLength(1);
    await vi.waitFor(async () => expect(await waitingQuestions()).toBe(0), WAIT);
  });

  it.each([
    ['refuses', { refuses: true } as const, 'refused'],
    ['cannot take it', { status: 413 }, 'refused'],
    ['says nothing of use', { says: 'I would rather talk about the weather' }, 'unusable'],
  ])('one that %s is not asked again, and the rules stand', async (_, doing, reason) => {
    model.play(doing);
    const { call } = await anEndedCall();
    await vi.waitFor(
      async () => expect(await findingsOf(call)).toMatchObject({ state: 'unanswered', asked: { why: { reason } } }),
      WAIT,
    );
    expect(await sessionOf(call)).toMatchObject({ lead_score: 68 });
    await vi.waitFor(async () => expect(await waitingQuestions()).toBe(0), WAIT);
  });
});
