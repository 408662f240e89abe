import { z } from 'zod';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NatsConnection } from 'nats';
import { analysers } from '../../analytics-worker/analysis/stored/analysers.ts';
import { readDeadLetters } from '../../analytics-worker/deadletters/read.ts';
import type { Store } from '../../clickhouse/client.ts';
import { defineQuery } from '../../clickhouse/query.ts';
import { newCall } from '../../events/ids.ts';
import { pause } from '../../lib/retry.ts';
import { answer, signal } from '../analysis/llm/calls.ts';
import { startModelServer, type ModelServer } from '../analysis/llm/model-server.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker, startWorker, type TestWorker } from '../harness/worker.ts';
import { send } from '../worker/hot-call.ts';
import { spokenCall } from '../worker/spoken-call.ts';
import { KILLS, TENANT } from './rig.ts';

const CALLS_A_KILL = 4;
/** From events that are ingested to answers that are stored, all within this time. */
const WORK_MS = 1_200;
/** Nothing comes of a call any more. A machine that is only slow gets one call after the other done. */
const STALLED_MS = 60_000;
const LOOK_MS = 250;
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
    const endings = await untilAllDone(calls);
    const stored = await store.run(resultsByCall, { tenant: TENANT });
    expect(stored.map(({ call_id: call }) => call).toSorted()).toEqual(calls.toSorted());
    expect(model.asked.length).toBeGreaterThanOrEqual(calls.length);
    expect(model.asked.length).toBeLessThanOrEqual(calls.length + (KILLS + endings) * OPEN_QUESTIONS);
    expect(await deadLetters()).toEqual([]);
    console.log(
      `${KILLS} kills, ${calls.length} calls, ${calls.length * RESULTS} results, ${model.asked.length} questions, ${endings} workers ended by themselves`,
    );
  },
);

/** Resolves when every call has all its results, with how many workers ended by themselves: whoever runs them starts them again. */
async function untilAllDone(calls: readonly string[]): Promise<number> {
  let [endings, open, since] = [0, calls.length, Date.now()];
  for (;;) {
    const stored = await store.run(resultsByCall, { tenant: TENANT });
    // Twelve events and the answer, or more than one answer where a kill came before the first was stored.
    const done = stored.filter(({ results, read }) => results === RESULTS && read >= 13);
    const missing = calls.filter((call) => !done.some(({ call_id: one }) => one === call));
    if (missing.length === 0) return endings;
    if (missing.length < open) [open, since] = [missing.length, Date.now()];
    const found = stored.filter(({ call_id: call }) => missing.includes(call));
    if (Date.now() - since > STALLED_MS)
      expect({ missing, found, letters: await deadLetters() }, worker.log().slice(-2_000)).toEqual({});
    if (worker.hasEnded()) {
      endings++;
      await startAgain();
    }
    await pause(LOOK_MS);
  }
}

async function deadLetters(): Promise<string[]> {
  const reasons = [];
  for await (const { letter } of readDeadLetters(nc)) reasons.push(`${letter.subject}: ${letter.problem.message}`);
  return reasons;
}
