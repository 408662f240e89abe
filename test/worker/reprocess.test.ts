import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { NatsConnection } from 'nats';
import { goOn } from '../../analytics-worker/reprocess/go-on.ts';
import { readDifferences } from '../../analytics-worker/reprocess/read-differences.ts';
import { openRuns, type Run, type Runs } from '../../analytics-worker/reprocess/run.ts';
import type { Store } from '../../clickhouse/client.ts';
import { endedCalls } from '../../clickhouse/queries/ended-calls.ts';
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

const CLI = fileURLToPath(new URL('../../deploy/cli.ts', import.meta.url));
const TENANT = 't1';
const WAIT = { timeout: 40_000, interval: 100 };
const CALLS = 6;
const HOUR_MS = 3_600_000;
/** Of a model whose requests take a thousand tokens in and a hundred out: 0.003 a call. */
const PRICE = { input: 2, cachedInput: 1, output: 10, currency: 'USD' };
/** What is reserved for a call of one part: four requests of some 6200 tokens in and 16 000 out. */
const RESERVE = 0.69;

let nats: TestNats;
let testStore: TestStore;
let store: Store;
let worker: TestWorker;
let model: ModelServer;
let nc: NatsConnection;
let runs: Runs;
const calls: string[] = [];
/** More than are under way at once; in the last of them the caller says nothing. */
const OLDER = 6;
const OLDER_AT = Date.now() - 48 * HOUR_MS;
const OTHER = { tenant: 't2', call: newCall() };

beforeAll(async () => {
  [nats, testStore, model] = await Promise.all([startNats(), startStore(), startModelServer()]);
  await provisionBroker(nats);
  store = testStore.store();
  nc = await nats.connect();
  // Calls of before a model was set.
  const plain = await startWorker({ nats, store: testStore });
  for (let index = 0; index < CALLS; index++) {
    const call = newCall();
    calls.push(call);
    const { facts, ending } = spokenCall(TENANT, call, { at: Date.now() - HOUR_MS + index * 1_000 });
    await send(nc, [...facts, ...ending]);
  }
  for (let index = 0; index < OLDER; index++) {
    const lines = index < OLDER - 1 ? ['agent: hello', `user: hello from caller ${index}`] : ['agent: hello'];
    const { facts, ending } = spokenCall(TENANT, newCall(), { lines, at: OLDER_AT + index * 1_000 });
    await send(nc, [...facts, ...ending]);
  }
  const other = spokenCall(OTHER.tenant, OTHER.call, { lines: ['user: the model is away'], at: OLDER_AT });
  await send(nc, [...other.facts, ...other.ending]);
  await vi.waitFor(areRead, WAIT);
  await plain.kill('SIGTERM');
  model.play({ says: answer({ signals: [signal('decision_timeline', 'this_week', 8, 'by friday')] }) });
  worker = await startWorker(
    { nats, store: testStore },
    { ANALYSIS_LLM_BASE_URL: model.url, ANALYSIS_LLM_MODEL: 'local', ANALYSIS_LLM_PRICE: '2/1/10 USD' },
  );
  runs = await openRuns(nc);
}, 120_000);

afterAll(async () => {
  await worker?.kill('SIGTERM');
  await Promise.all([nats?.stop(), testStore?.stop(), model?.stop()]);
});

/** All of the calls' events, by rules; the other tenant's were sent after all others. */
async function areRead(): Promise<void> {
  const found = await Promise.all(calls.map((call) => resultOf(store, TENANT, call, 'summary')));
  const other = await resultOf(store, OTHER.tenant, OTHER.call, 'summary');
  if (!other || found.some((row) => row?.version !== 12)) throw new Error('not all calls are read yet');
}

const aRun = (over: Partial<Run>): Run => ({
  name: 'run',
  tenant: TENANT,
  fromMs: Date.now() - 2 * HOUR_MS,
  toMs: Date.now(),
  engine: 'llm',
  budget: null,
  offPeak: null,
  state: 'running',
  startedAt: Date.now(),
  changedAt: Date.now(),
  cursor: null,
  underWay: [],
  done: 0,
  spent: null,
  dearest: 0,
  ...over,
});
const deps = (signal = new AbortController().signal) => ({
  ...{ nc, store, runs, signal },
  model: { price: PRICE, windowTokens: 12_000 },
});
const analysed = async () => {
  const found = await Promise.all(calls.map((call) => resultOf(store, TENANT, call, 'lead', 'llm')));
  return found.filter((row) => row !== undefined).length;
};

describe('past calls that are analysed again', () => {
  it('wait for the time of the day that they may be analysed at', async () => {
    const stopping = new AbortController();
    const noon = new Date(2026, 0, 1, 12, 0, 0);
    const made = await runs.create(aRun({ name: 'night', offPeak: { from: 22 * 60, to: 6 * 60 } }));
    setTimeout(() => stopping.abort(), 1_500);
    expect(await goOn({ ...deps(stopping.signal), now: () => noon }, made)).toMatchObject({
      done: 0,
      state: 'running',
    });
    expect(model.asked).toHaveLength(0);
  });

  it('stop before the budget is passed, go on with another, and raise no alert', async () => {
    const budget = RESERVE + 0.01;
    const made = await runs.create(aRun({ name: 'small', budget }));
    const stopped = await goOn(deps(), made);
    expect(stopped.state).toBe('budget_used_up');
    expect(stopped.done).toBeGreaterThan(0);
    expect(stopped.done).toBeLessThan(CALLS);
    expect(model.asked).toHaveLength(stopped.done);
    expect(stopped.spent?.amount).toBeCloseTo(0.003 * stopped.done);
    expect(stopped.spent?.amount).toBeLessThanOrEqual(budget);

    const { run, revision } = await runs.get('small');
    const done = await goOn(deps(), await runs.save({ ...run, budget: 4 }, revision));
    expect(done).toMatchObject({ state: 'done', done: CALLS, underWay: [] });
    expect(done.spent?.amount).toBeCloseTo(0.003 * CALLS);
    expect(model.asked).toHaveLength(CALLS);
    expect(await analysed()).toBe(CALLS);
    for (const call of calls)
      expect((await resultsOf(store, TENANT, call)).filter(({ engine }) => engine === 'llm')).toHaveLength(10);
    expect((await (await managerOf(nc)).streams.info(streams.outbox.name)).state.messages).toBe(0);
  });

  it('are not paid for twice', async () => {
    const again = await goOn(deps(), await runs.create(aRun({ name: 'again', budget: 1 })));
    expect(again).toMatchObject({ state: 'done', done: CALLS, spent: { amount: 0 } });
    expect(model.asked).toHaveLength(CALLS);
  });

  it('show which calls changed tier, score and outcome', async () => {
    const { run } = await runs.get('small');
    const sides = {
      before: { engine: 'rules', version: 'newest' },
      after: { engine: 'llm', version: 'newest' },
    } as const;
    const { compared, differences } = await readDifferences(store, run, sides);
    expect(compared).toBe(CALLS);
    expect(differences.map(({ call }) => call)).toEqual(calls);
    expect(differences[0]).toMatchObject({ changed: ['score'], before: { score: 68 }, after: { score: 84 } });
    expect(await readDifferences(store, run, { ...sides, after: sides.before })).toEqual({
      compared: CALLS,
      differences: [],
    });
  });

  it('keep what another version said', async () => {
    const [call = ''] = calls;
    const row = await resultOf(store, TENANT, call, 'lead');
    const old = { lead: { tier: 'tier_2', score: 5 } };
    await store.insert(tables.analysisResults, [
      {
        ...{ tenant: TENANT, call_id: call, analyser: 'lead', analyser_version: 0, engine: 'rules' },
        ...{ version: 99, confidence: 'low', result: JSON.stringify(old) },
      },
    ]);
    const done = await goOn(deps(), await runs.create(aRun({ name: 'rules', engine: 'rules' })));
    expect(done).toMatchObject({ state: 'done', done: CALLS });
    const { differences } = await readDifferences(store, done, {
      before: { engine: 'rules', version: 'previous' },
      after: { engine: 'rules', version: 'newest' },
    });
    expect(differences).toMatchObject([{ call, changed: ['tier', 'score'], before: old.lead, after: { score: 68 } }]);
    expect(await resultOf(store, TENANT, call, 'lead')).toMatchObject({ analyser_version: row?.analyser_version });
  });

  it('go on where a killed command was, and say so', { timeout: 60_000 }, async () => {
    const killed = earshot('start', '--name', 'killed', '--from', dayBefore(), '--to', new Date().toISOString());
    await once(killed.stdout, 'data');
    killed.kill('SIGKILL');
    await once(killed, 'close');
    const { run: before } = await runs.get('killed');
    const resumed = await textOf(earshot('resume', 'killed'));
    expect(resumed).toContain(`rules  done  ${CALLS} calls`);
    expect((await runs.get('killed')).run).toMatchObject({ state: 'done', done: CALLS, startedAt: before.startedAt });
    expect(await textOf(earshot('status'))).toContain(`killed  ${TENANT}, `);
    const diff = JSON.parse(await textOf(earshot('diff', 'small', '--json'))) as unknown;
    expect(diff).toMatchObject({ run: 'small', before: 'rules', after: 'llm', compared: CALLS });
    expect(await textOf(earshot('diff', 'small'))).toContain(
      `${CALLS} of ${CALLS} calls differ, rules → llm: tier 0, score`,
    );
  });

  it('do not wait for a call of another tenant that waits for the model', { timeout: 60_000 }, async () => {
    const said = { says: answer({ signals: [] }) };
    model.play(({ text: question }) => (question.includes('the model is away') ? { status: 401 } : said));
    await nc.jetstream().publish(subjects.analyse('again', OTHER.tenant, OTHER.call));
    const findingsOfOther = () => resultOf(store, OTHER.tenant, OTHER.call, 'findings', 'llm');
    await vi.waitFor(async () => expect((await findingsOfOther())?.result).toMatchObject({ state: 'waiting' }), WAIT);
    // The last of them ends after it: a call is in the range that it began in.
    const range = { fromMs: OLDER_AT, toMs: OLDER_AT + OLDER * 1_000 };
    const asking = vi.spyOn(store, 'run');
    const made = await runs.create(aRun({ name: 'beside', ...range }));
    const done = await goOn(deps(AbortSignal.timeout(30_000)), made);
    expect(done).toMatchObject({ state: 'done', done: OLDER });
    expect(done.spent?.amount).toBeCloseTo(0.003 * (OLDER - 1));
    expect((await findingsOfOther())?.result).toMatchObject({ state: 'waiting' });
    expect(asking.mock.calls.filter(([{ name }]) => name === endedCalls.name)).toHaveLength(1);
    asking.mockRestore();
  });

  it('are worked on by one process', async () => {
    const made = await runs.create(aRun({ name: 'two' }));
    await runs.save(made.run, made.revision);
    await expect(goOn(deps(), made)).rejects.toMatchObject({ problem: { code: 'run_taken' } });
  });
});

const dayBefore = () => new Date(Date.now() - 24 * HOUR_MS).toISOString();

function earshot(...args: string[]) {
  const { PATH = '', HOME = '' } = process.env;
  const settings = { NATS_URL: nats.url, CLICKHOUSE_URL: testStore.url, CLICKHOUSE_DATABASE: testStore.database };
  const command = ['--import', 'tsx', CLI, 'reprocess', ...args];
  const env = { PATH, HOME, ...settings, EARSHOT_TENANT: TENANT };
  return spawn(process.execPath, command, { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

async function textOf(child: ReturnType<typeof earshot>): Promise<string> {
  const [said] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return said;
}
