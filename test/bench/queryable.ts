import { eventsTail } from '../../clickhouse/queries/events-tail.ts';
import { encode } from '../../events/codec.ts';
import { subjects } from '../../events/subjects.ts';
import { pause } from '../../lib/retry.ts';
import { startWorker } from '../harness/worker.ts';
import { factsOfCall, startBenchRig } from './rig.ts';
import { quantile, round } from './stats.ts';

const EVENTS = 4_000;
const EVERY_MS = 5;
const POLL_MS = 10;
/** Rows are found a moment after their `inserted_at`. */
const OVERLAP_MS = 1_000;

/** From the publish of an event to the moment at which a query finds it, at 200 events a second over 10 calls. */
export async function queryable(): Promise<void> {
  const rig = await startBenchRig();
  const worker = await startWorker({ nats: rig.nats, store: rig.testStore });
  try {
    const sent = new Map<string, number>();
    const waits: number[] = [];
    const all = Array.from({ length: 10 }, (_, i) => factsOfCall(`bench-${i}`, EVENTS / 10));
    const sending = send(all, sent, rig);
    const seen = new Set<string>();
    const polls: number[] = [];
    let fromMs = Date.now() - OVERLAP_MS;
    while (seen.size < EVENTS) {
      const asked = performance.now();
      const rows = await rig.store.run(eventsTail, { tenant: 'bench', fromMs: fromMs - OVERLAP_MS, limit: 10_000 });
      const now = Date.now();
      polls.push(performance.now() - asked);
      for (const { event_id: id, inserted_at: insertedAt } of rows) {
        fromMs = Math.max(fromMs, insertedAt);
        const at = sent.get(id);
        if (seen.has(id) || at === undefined) continue;
        seen.add(id);
        waits.push(now - at);
      }
      await pause(POLL_MS);
    }
    await sending;
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((q) => Math.round(quantile(waits, q)));
    console.log(`publish to queryable: p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms over ${waits.length} events`);
    console.log(
      `  of these up to ${round(quantile(polls, 0.5) + POLL_MS)} ms are the poll that looks (p50); a batch waits up to 100 ms`,
    );
  } finally {
    await worker.kill('SIGTERM');
    await rig.stop();
  }
}

async function send(
  calls: ReturnType<typeof factsOfCall>[],
  sent: Map<string, number>,
  { nc }: Awaited<ReturnType<typeof startBenchRig>>,
) {
  const js = nc.jetstream();
  const inFlight: Promise<unknown>[] = [];
  const started = performance.now();
  for (let index = 0; index < EVENTS; index++) {
    const fact = calls[index % calls.length]?.[Math.floor(index / calls.length)];
    if (!fact) throw new Error('no fact');
    await pause(Math.max(0, started + index * EVERY_MS - performance.now()));
    const now = { ...fact, at: Date.now() };
    sent.set(fact.id, Date.now());
    inFlight.push(js.publish(subjects.event(fact.tenant, fact.call, fact.type), encode(now), { msgID: fact.id }));
  }
  await Promise.all(inFlight);
}
