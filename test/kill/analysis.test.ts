import { z } from 'zod';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { NatsConnection } from 'nats';
import { analysers } from '../../analytics-worker/analysis/stored/analysers.ts';
import type { Store } from '../../clickhouse/client.ts';
import { defineQuery } from '../../clickhouse/query.ts';
import { newCall } from '../../events/ids.ts';
import { streams } from '../../events/subjects.ts';
import { pause } from '../../lib/retry.ts';
import { answer, signal } from '../analysis/llm/calls.ts';
import { startModelServer, type ModelServer } from '../analysis/llm/model-server.ts';
import { managerOf, startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker, startWorker, type TestWorker } from '../harness/worker.ts';
import { send } from '../worker/hot-call.ts';
import { spokenCall } from '../worker/spoken-call.ts';
import { KILLS, TENANT } from './rig.ts';

const CALLS_A_KILL = 4;
/** From events that are ingested to answers that are stored, all within this time. */
const WORK_MS = 1_200;
/** Rules and model of each analyser, the findings, the standing score. */
const RESULTS = 2 * Object.keys(analysers).length + 2;
/** Questions that one worker may have open: what a kill finds unanswered is asked again. */
const OPEN_QUESTIONS = 7;

let nats: TestNats;
let testStore: TestStore;
let store: Store;
let worker: TestWorker;
let model: ModelServer;
let nc: NatsConnection;

const startAgain = async () => {
  const env = { ANALYSIS_LLM_BASE_URL: model.url, ANALYSIS_LLM_MODEL: 'local', ANALYSIS_LLM_PRICE: '2/1/10 USD' };
  worker = await startWorker({ nats, store: testStore }, env);
};

beforeAll(async () => {
  [nats, testStore, model] = await Promise.all([startNats(), startStore(), startModelServer()]);
  await provisionBroker(nats);
  nc = await nats.connect();
  store = testStore.store();
  model.play({ says: answer({ signals: [signal('decision_timeline', 'this_week', 8, 'by friday')] }) });
  await startAgain();
}, 180_000);

afterAll(async () => {
  await worker?.kill();
  await Promise.all([nats?.stop(), testStore?.stop(), model?.stop()]);
});

const resultsByCall = defineQuery({
  name: 'test-results-by-call',
  sql: `
    SELECT call_id, count() AS results, maxIf(version, analyser = 'lead' AND engine = 'llm') AS read
    FROM analysis_results_v1 FINAL
    WHERE tenant = {tenant:String}
    GROUP BY call_id`,
  params: z.object({ tenant: z.string() }),
  row: z.object({ call_id: z.string(), results: z.number(), read: z.number() }),
});

test(
  `ended calls are analysed while the worker is killed -9 ${KILLS} times`,
  { timeout: 150_000 + KILLS * 20_000 },
  async () => {
    const calls: string[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      for (let index = 0; index < CALLS_A_KILL; index++) {
        const call = newCall();
        calls.push(call);
        const { facts, ending } = spokenCall(TENANT, call);
        await send(nc, [...facts, ...ending]);
      }
      // A moment of its own each time: events, rules, question, answer and second reading alike meet the kill.
      await pause(Math.random() * WORK_MS);
      await worker.kill();
      await startAgain();
    }
    await vi.waitFor(
      async () => {
        const stored = await store.run(resultsByCall, { tenant: TENANT });
        // Twelve events and the answer, or more than one answer where a kill came before the first was stored.
        const done = stored.filter(({ results, read }) => results === RESULTS && read >= 13);
        const open = calls.filter((call) => !done.some(({ call_id: one }) => one === call));
        expect(open, worker.log().slice(-2_000)).toEqual([]);
      },
      { timeout: 120_000, interval: 250 },
    );
    const stored = await store.run(resultsByCall, { tenant: TENANT });
    expect(stored.map(({ call_id: call }) => call).toSorted()).toEqual(calls.toSorted());
    expect(model.asked.length).toBeGreaterThanOrEqual(calls.length);
    expect(model.asked.length).toBeLessThanOrEqual(calls.length + KILLS * OPEN_QUESTIONS);
    expect((await (await managerOf(nc)).streams.info(streams.deadLetters.name)).state.messages).toBe(0);
    console.log(
      `${KILLS} kills, ${calls.length} calls, ${calls.length * RESULTS} results, ${model.asked.length} questions`,
    );
  },
);
