import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { NatsConnection } from 'nats';
import { pino } from 'pino';
import { openOutbox } from '../../analytics-worker/alerts/outbox.ts';
import { startAnalyse } from '../../analytics-worker/analyse/analyse.ts';
import { openModel } from '../../analytics-worker/analysis/llm/model.ts';
import { durables } from '../../analytics-worker/broker/topology.ts';
import { startDerive } from '../../analytics-worker/derive/derive.ts';
import type { Store } from '../../clickhouse/client.ts';
import { subjects } from '../../events/subjects.ts';
import { settings } from '../analysis/llm/calls.ts';
import { managerOf, startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker } from '../harness/worker.ts';
import { analysisHere, stageDeps } from './parts.ts';

const WAIT = { timeout: 20_000, interval: 50 };
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

const model = openModel(settings('http://127.0.0.1:9'));

/** While it is gone; after that it is there again. */
async function without({ stream, durable }: { stream: string; durable: string }, work: () => Promise<unknown>) {
  await (await managerOf(nc)).consumers.delete(stream, durable);
  try {
    await work();
  } finally {
    await provisionBroker(nats);
  }
}

it('derive that lacks a lane starts none: what is started after it has all triggers', async () => {
  const deps = { ...(await stageDeps(nc, store)), analysis: analysisHere(), outbox: openOutbox(nc) };
  await without(durables.deriveAgain, () => expect(startDerive(deps)).rejects.toThrow('consumer not found'));
  const other = { ...deps, ...(await stageDeps(nc, store)) };
  const derive = await startDerive(other);
  const derivedBy = async ({ metrics }: typeof deps) =>
    (await metrics.derived.get()).values.reduce((sum, { value }) => sum + value, 0);
  for (let call = 0; call < 40; call++) await nc.jetstream().publish(subjects.derive('hot', 't1', `c${call}`));
  await vi.waitFor(async () => expect((await derivedBy(deps)) + (await derivedBy(other))).toBe(40), WAIT);
  expect(await derivedBy(deps)).toBe(0);
  await derive.stop();
});

it('the model is asked by no lane where one is lacking', async () => {
  const deps = { ...(await stageDeps(nc, store)), model };
  const { stream, durable } = durables.analyseHot;
  await without(durables.analyseAgain, async () => {
    await expect(startAnalyse(deps)).rejects.toThrow('consumer not found');
    expect(await (await managerOf(nc)).consumers.info(stream, durable)).toMatchObject({ num_waiting: 0 });
  });
});

it('a consumer that is gone is told of once, and served when it is back', async () => {
  const lines: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
  const deps = { ...(await stageDeps(nc, store)), model, log };
  const { stream, durable } = durables.analyseHot;
  const analyse = await startAnalyse(deps);
  await without(durables.analyseHot, () => vi.waitFor(() => expect(lines).toHaveLength(1), WAIT));
  expect(lines[0]).toContain('"consumer":"analyse-hot"');
  await nc.jetstream().publish(subjects.analyse('hot', 't1', 'nobody'));
  const manager = await managerOf(nc);
  await vi.waitFor(
    async () => expect(await manager.consumers.info(stream, durable)).toMatchObject({ ack_floor: { consumer_seq: 1 } }),
    WAIT,
  );
  expect(deps.fatal).toEqual([]);
  await analyse.stop();
});

it('a slot that cannot go on ends the process in order', async () => {
  const real = await stageDeps(nc, store);
  const tries = { ...real.tries, count: () => Promise.reject(new Error('no such bucket')) };
  const broken = { ...store, run: () => Promise.reject(new TypeError('a bug')) };
  const deps = { ...real, tries, model, store: broken };
  const analyse = await startAnalyse(deps);
  await nc.jetstream().publish(subjects.analyse('hot', 't1', 'somebody'));
  await vi.waitFor(() => expect(deps.fatal).toMatchObject([{ message: 'no such bucket' }]), WAIT);
  await analyse.stop();
});
