import { z } from 'zod';
import { durables } from '../../analytics-worker/broker/topology.ts';
import { defineQuery } from '../../clickhouse/query.ts';
import type { Fact, FactData, FactType } from '../../events/catalogue.ts';
import { pause } from '../../lib/retry.ts';
import { aFact } from '../harness/facts.ts';
import { managerOf } from '../harness/nats.ts';
import { startWorker, type TestWorker } from '../harness/worker.ts';
import { readPart, type Call } from './corpus-read.ts';
import { publishAll, startBenchRig, type BenchRig } from './rig.ts';
import { interval95, median, round } from './stats.ts';

const CALLS = 600;
const QUICK_CALLS = 60;
const ROUNDS = 5;
const WORKERS = [1, 2] as const;
const MINUTE_MS = 60_000;

type Run = { eventsPerSecond: number; callsPerMinute: number };
/** The same events, one after the other. */
type Pair = { ended: Run; open: Run };

/**
 * How many calls a minute do rules analyse, by one worker and by two, and does ingest suffer? Every round stores the same events
 * of the same conversations twice: ended, so that they are analysed, and still going on, so that they are only concluded.
 */
export async function analysis({ quick }: { quick: boolean }): Promise<void> {
  const calls = await readPart('written');
  const count = quick ? QUICK_CALLS : CALLS;
  for (const workers of WORKERS) {
    const pairs: Pair[] = [];
    for (let turn = 0; turn < (quick ? 1 : ROUNDS); turn++) {
      const store = (isEnded: boolean) => storeCalls(conversations(calls, count, isEnded), { workers, isEnded });
      const first = await store(turn % 2 === 0);
      const second = await store(turn % 2 !== 0);
      pairs.push(turn % 2 === 0 ? { ended: first, open: second } : { ended: second, open: first });
    }
    print(workers, pairs);
  }
}

function print(workers: number, pairs: readonly Pair[]): void {
  const told = (values: readonly number[]) => `${Math.round(median(values))} (${values.map(Math.round).join(' ')})`;
  const ratio = (some: readonly Pair[]) =>
    median(some.map(({ ended, open }) => ended.eventsPerSecond / open.eventsPerSecond));
  const { low, high } = interval95(pairs, ratio);
  console.log(
    `${workers} worker${workers === 1 ? '' : 's'}: ${told(pairs.map(({ ended }) => ended.callsPerMinute))} calls a minute analysed by rules`,
  );
  const [beside, alone] = (['ended', 'open'] as const).map((which) =>
    told(pairs.map((pair) => pair[which].eventsPerSecond)),
  );
  console.log(`  ingest beside it ${beside} events/s, without ${alone}`);
  console.log(`  ratio ${round(ratio(pairs), 2)} (${round(low, 2)} to ${round(high, 2)})`);
}

/** Conversations of the corpus, over and over, each as a call of its own. */
function conversations(calls: readonly Call[], count: number, isEnded: boolean): Fact[] {
  return Array.from({ length: count }, (_, index) => {
    const call = calls[index % calls.length];
    return call ? factsOf(call, `bench-${index}`, isEnded) : [];
  }).flat();
}

const SPOKEN_MS = 4_000;

function factsOf({ items }: Call, call: string, isEnded: boolean): Fact[] {
  const startedAt = Date.now() - items.length * SPOKEN_MS;
  const facts: Fact[] = [];
  const add = <Type extends FactType>(type: Type, data: FactData<Type>, at: number) =>
    void facts.push(aFact(type, data, { tenant: 'bench', call, seq: facts.length + 1, at }) as Fact);
  const [agent, sdk] = [{ name: 'ada' }, { name: 'livekit-agents-js' }];
  add('call.started', { startedAt, agent, sdk, channel: 'web' }, startedAt);
  for (const { item, role, text } of items) {
    const createdAt = startedAt + item * SPOKEN_MS;
    const spoken = { itemId: `item-${item}`, text, createdAt, interrupted: false };
    add('item.committed', { ...spoken, role: role === 'user' ? 'user' : 'assistant' }, createdAt);
  }
  const endedAt = startedAt + (items.length + 1) * SPOKEN_MS;
  if (isEnded) add('call.ended', { endedAt, reason: 'caller_hung_up', by: 'caller' }, endedAt);
  else add('call.updated', {}, endedAt);
  if (isEnded) add('producer.closed', { lastSeq: facts.length + 1, by: 'self' }, endedAt);
  else add('call.updated', {}, endedAt);
  return facts;
}

/** By the store's own clock: how far it is, and when the last row came in. */
const progress = defineQuery({
  name: 'bench-progress',
  sql: `
    SELECT
      (SELECT uniqExact(call_id, event_id) FROM events_v1) AS events,
      (SELECT toUnixTimestamp64Milli(max(inserted_at)) FROM events_v1) AS last_event,
      (SELECT uniqExact(call_id) FROM analysis_results_v1 WHERE analyser = 'summary') AS analysed,
      (SELECT toUnixTimestamp64Milli(max(inserted_at)) FROM analysis_results_v1 WHERE analyser = 'summary') AS last_analysis`,
  params: z.object({}),
  row: z.object({ events: z.number(), last_event: z.number(), analysed: z.number(), last_analysis: z.number() }),
});

/** The workers are up before the first event may flow, so that their start is not in the time. */
async function storeCalls(
  facts: readonly Fact[],
  { workers, isEnded }: { workers: number; isEnded: boolean },
): Promise<Run> {
  const rig = await startBenchRig();
  let started: TestWorker[] = [];
  try {
    await publishAll(rig.nc, facts);
    const jsm = await managerOf(rig.nc);
    const { stream, durable } = durables.ingest;
    await jsm.consumers.pause(stream, durable, new Date(Date.now() + 10 * MINUTE_MS));
    const start = () => startWorker({ nats: rig.nats, store: rig.testStore });
    started = await Promise.all(Array.from({ length: workers }, start));
    const from = Date.now();
    await jsm.consumers.resume(stream, durable);
    const calls = isEnded ? new Set(facts.map(({ call }) => call)).size : 0;
    const done = await untilDone(rig, facts.length, calls);
    return {
      eventsPerSecond: (facts.length * 1_000) / (done.last_event - from),
      callsPerMinute: (calls * MINUTE_MS) / (done.last_analysis - from),
    };
  } finally {
    await Promise.all(started.map((worker) => worker.kill('SIGTERM')));
    await rig.stop();
  }
}

async function untilDone({ store }: BenchRig, events: number, calls: number) {
  for (;;) {
    const [row] = await store.run(progress, {});
    if (row && row.events >= events && row.analysed >= calls) return row;
    await pause(200);
  }
}
