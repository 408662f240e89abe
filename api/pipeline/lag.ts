import type { NatsConnection } from 'nats';
import { streams } from '../../events/subjects.ts';
import { backlogOf } from '../../lib/broker/backlog.ts';
import { PATIENCE_MS } from './manager.ts';
import { listWorkers } from './workers.ts';

/** The durable consumer that writes events into the store. */
const INGEST = 'ingest';

/** How far the store is behind. `no_sample`: no worker gives a sign of life; without `waiting`: the broker cannot be asked. */
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

async function readLag(nc: NatsConnection): Promise<Lag> {
  const [{ nowMs, handledUntilMs, waiting }, workers] = await Promise.all([
    backlogOf(nc, streams.events.name, INGEST, PATIENCE_MS),
    listWorkers(nc),
  ]);
  if (workers.length === 0) return { state: 'no_sample', oldestMs: null, waiting };
  return { state: 'ok', oldestMs: Math.max(0, nowMs - handledUntilMs), waiting };
}
