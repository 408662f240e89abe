import type { NatsConnection } from 'nats';
import { z } from 'zod';
import { streams } from '../../events/subjects.ts';
import { orBrokerAway } from '../../lib/broker/publish.ts';
import { managerOf } from './manager.ts';
import { listWorkers } from './workers.ts';

/** The durable consumer that writes events into the store. */
const INGEST = 'ingest';

/** How far the store is behind. `no_sample`: no worker gives a sign of life, or the broker is away. */
export type Lag =
  | {
      state: 'ok';
      /** Age of the oldest event that is not stored, ms; 0 when none waits. */ oldestMs: number;
      waiting: number;
    }
  | { state: 'no_sample'; oldestMs: null; waiting: number | null };

export type ReadLag = () => Promise<Lag>;

/** Everybody who asks within this time gets the same answer, ms. */
const FRESH_MS = 1_000;

/** Never rejects. */
export function createLag(nc: NatsConnection): ReadLag {
  let asked: { at: number; answer: Promise<Lag> } | undefined;
  return () => {
    if (!asked || performance.now() - asked.at > FRESH_MS) {
      const answer = readLag(nc).catch((): Lag => ({ state: 'no_sample', oldestMs: null, waiting: null }));
      asked = { at: performance.now(), answer };
    }
    return asked.answer;
  };
}

const withClock = z.looseObject({ ts: z.coerce.date() });

async function readLag(nc: NatsConnection): Promise<Lag> {
  return orBrokerAway(async () => {
    const jsm = await managerOf(nc);
    const [info, workers] = await Promise.all([jsm.consumers.info(streams.events.name, INGEST), listWorkers(nc)]);
    const waiting = info.num_pending + info.num_ack_pending;
    if (workers.length === 0) return { state: 'no_sample', oldestMs: null, waiting };
    if (waiting === 0) return { state: 'ok', oldestMs: 0, waiting };
    const oldest = { seq: info.ack_floor.stream_seq + 1, next_by_subj: '>' };
    const { time } = await jsm.streams.getMessage(streams.events.name, oldest);
    const { ts } = withClock.parse(info);
    return { state: 'ok', oldestMs: Math.max(0, ts.getTime() - time.getTime()), waiting };
  });
}
