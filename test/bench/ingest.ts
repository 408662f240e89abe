import { AckPolicy, nanos, type NatsConnection } from 'nats';
import { insertMapped } from '../../analytics-worker/store/mapped.ts';
import { durables } from '../../analytics-worker/broker/topology.ts';
import { step } from '../../analytics-worker/ingest/step.ts';
import type { Store } from '../../clickhouse/client.ts';
import { defineQuery } from '../../clickhouse/query.ts';
import { encode } from '../../events/codec.ts';
import type { Fact } from '../../events/catalogue.ts';
import { streams, subjects } from '../../events/subjects.ts';
import { pause } from '../../lib/retry.ts';
import { startWorker } from '../harness/worker.ts';
import { z } from 'zod';
import { factsOfCall, publishAll, startBenchRig, type BenchRig } from './rig.ts';
import { median, round } from './stats.ts';
import { managerOf } from '../harness/nats.ts';

const EVENTS = 20_000;
const CALLS = 40;
const ROUNDS = 3;
const BATCH = 1_000;

/**
 * Events a second from stream to store by one and by two workers, as ratios to raw consumption of the same stream and
 * to raw inserts of the same rows, all in each round of the same run.
 */
export async function ingest(): Promise<void> {
  const rates: Record<string, number[]> = { consume: [], insert: [], one: [], two: [] };
  for (let turn = 1; turn <= ROUNDS; turn++) {
    for (const workers of turn % 2 === 1 ? [1, 2] : [2, 1]) {
      const rig = await startBenchRig();
      try {
        const facts = Array.from({ length: CALLS }, (_, i) => factsOfCall(`bench-${i}`, EVENTS / CALLS)).flat();
        await publishAll(rig.nc, facts);
        rates['consume']?.push(await consumeRaw(rig.nc));
        rates['insert']?.push(await insertRaw(rig, facts));
        rates[workers === 1 ? 'one' : 'two']?.push(await ingestWith(rig, workers));
      } finally {
        await rig.stop();
      }
    }
  }
  const [consume, insert, one, two] = ['consume', 'insert', 'one', 'two'].map((name) => median(rates[name] ?? []));
  for (const [name, values] of Object.entries(rates))
    console.log(`  ${name.padEnd(8)} ${values.map((v) => Math.round(v)).join(' ')} events/s`);
  if (!consume || !insert || !one || !two) throw new Error('a rate is missing');
  console.log(
    `one worker:  ${Math.round(one)} events/s = ${round(one / consume, 2)} of raw consumption, ${round(one / insert, 2)} of raw inserts`,
  );
  console.log(
    `two workers: ${Math.round(two)} events/s = ${round(two / consume, 2)} of raw consumption, ${round(two / insert, 2)} of raw inserts, ${round(two / one, 2)} of one worker`,
  );
}

async function consumeRaw(nc: NatsConnection): Promise<number> {
  const jsm = await managerOf(nc);
  await jsm.consumers.add(streams.events.name, {
    durable_name: 'raw',
    ack_policy: AckPolicy.Explicit,
    ack_wait: nanos(60_000),
    max_ack_pending: 2_000,
  });
  const consumer = await nc.jetstream().consumers.get(streams.events.name, 'raw');
  const started = performance.now();
  let seen = 0;
  const messages = await consumer.consume({ max_messages: 2_000 });
  for await (const message of messages) {
    message.ack();
    if (++seen === EVENTS) break;
  }
  await nc.flush();
  const rate = EVENTS / ((performance.now() - started) / 1_000);
  await jsm.consumers.delete(streams.events.name, 'raw');
  return rate;
}

async function insertRaw({ testStore, store }: BenchRig, facts: readonly Fact[]): Promise<number> {
  const rows = facts.map((fact) => {
    const outcome = step({
      subject: subjects.event(fact.tenant, fact.call, fact.type),
      data: encode(fact),
      brokerAt: Date.now(),
    });
    if (outcome.kind !== 'rows') throw new Error(outcome.problem.message);
    return outcome.rows;
  });
  const started = performance.now();
  for (let at = 0; at < rows.length; at += BATCH) await insertMapped(store, rows.slice(at, at + BATCH).flat());
  const rate = EVENTS / ((performance.now() - started) / 1_000);
  await testStore.clear();
  return rate;
}

/** By the store's own clock: when the last row came in. */
const window = defineQuery({
  name: 'bench-window',
  sql: `SELECT count() AS n, toUnixTimestamp64Milli(max(inserted_at)) AS last FROM events_v1`,
  params: z.object({}),
  row: z.object({ n: z.number(), last: z.number() }),
});

/** The workers are up before the first event may flow, so that their start is not in the time. */
async function ingestWith(rig: BenchRig, count: number): Promise<number> {
  const jsm = await managerOf(rig.nc);
  const { stream, durable } = durables.ingest;
  await jsm.consumers.pause(stream, durable, new Date(Date.now() + 600_000));
  const workers = await Promise.all(
    Array.from({ length: count }, () => startWorker({ nats: rig.nats, store: rig.testStore })),
  );
  const started = Date.now();
  await jsm.consumers.resume(stream, durable);
  const { last } = await allStored(rig.store);
  await Promise.all(workers.map((worker) => worker.kill('SIGTERM')));
  return EVENTS / ((last - started) / 1_000);
}

async function allStored(store: Store): Promise<{ last: number }> {
  for (;;) {
    const [row] = await store.run(window, {});
    if (row && row.n >= EVENTS) return row;
    await pause(100);
  }
}
