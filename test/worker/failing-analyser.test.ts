import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openOutbox } from '../../analytics-worker/alerts/outbox.ts';
import { RULES_VERSION } from '../../analytics-worker/analysis/stored/analyse.ts';
import { analysers } from '../../analytics-worker/analysis/stored/analysers.ts';
import { readDeadLetters } from '../../analytics-worker/deadletters/read.ts';
import { startDerive, type Derive } from '../../analytics-worker/derive/derive.ts';
import type { Store } from '../../clickhouse/client.ts';
import { deadLettersOfCall } from '../../clickhouse/queries/dead-letters-of-call.ts';
import { newCall } from '../../events/ids.ts';
import { subjects } from '../../events/subjects.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker } from '../harness/worker.ts';
import { analysisHere, stageDeps, storeFacts } from './parts.ts';
import { spokenCall } from './spoken-call.ts';
import { resultsOf } from './stored-results.ts';

const TENANT = 't1';
const WAIT = { timeout: 20_000, interval: 100 };
let nats: TestNats;
let testStore: TestStore;
let store: Store;
let derive: Derive;
let tried = 0;

beforeAll(async () => {
  [nats, testStore] = await Promise.all([startNats(), startStore()]);
  await provisionBroker(nats);
  store = testStore.store();
  const nc = await nats.connect();
  const failing = {
    version: 3,
    confidenceOf: () => 'low' as const,
    resultOf: () => {
      tried++;
      throw new Error('no such thing as a mood');
    },
  };
  const analysis = analysisHere({ sentiment: failing });
  derive = await startDerive({ ...(await stageDeps(nc, store)), analysis, outbox: openOutbox(nc) });
}, 60_000);

afterAll(async () => {
  await derive?.stop();
  await Promise.all([nats?.stop(), testStore?.stop()]);
});

it('an analyser that throws is tried three times, then its result is a dead letter; the others stand', async () => {
  const call = newCall();
  const { facts, ending } = spokenCall(TENANT, call);
  await storeFacts(store, [...facts, ...ending]);
  const nc = await nats.connect();
  const { seq } = await nc.jetstream().publish(subjects.derive('standard', TENANT, call));
  await vi.waitFor(async () => expect(await lettersOf(call)).toHaveLength(1), WAIT);

  expect(tried).toBe(3);
  expect((await lettersOf(call))[0]?.letter).toMatchObject({
    stage: 'derive',
    tries: 3,
    streamSeq: seq,
    problem: {
      code: 'analyser_failed',
      field: 'sentiment',
      message: `the analyser sentiment (rules, version ${RULES_VERSION + 2}) failed: no such thing as a mood`,
    },
  });
  await vi.waitFor(
    async () =>
      expect(await store.run(deadLettersOfCall, { tenant: TENANT, callId: call })).toMatchObject([
        { stage: 'derive', code: 'analyser_failed', field: 'sentiment' },
      ]),
    WAIT,
  );
  const stored = (await resultsOf(store, TENANT, call)).map(({ analyser }) => analyser);
  expect(stored).toEqual([...Object.keys(analysers), 'lead_score'].filter((name) => name !== 'sentiment').toSorted());
  await vi.waitFor(() => expect(derive.held()).toBe(0), WAIT);
});

async function lettersOf(call: string) {
  const letters = [];
  for await (const letter of readDeadLetters(await nats.connect()))
    if (letter.letter.subject.includes(call)) letters.push(letter);
  return letters;
}
