import type { KV, NatsConnection } from 'nats';
import { asToken } from '../../events/ids.ts';
import { orBrokerAway } from '../../lib/broker/publish.ts';
import { buckets } from './topology.ts';

/** A message that fails by its own fault this often goes to the dead letters. */
export const MAX_TRIES = 3;
/** Waits before the second and the third try, ms. */
const WAITS_MS = [500, 2_000] as const;

export function waitBeforeTry(tries: number): number {
  return WAITS_MS[Math.min(tries, WAITS_MS.length) - 1] ?? WAITS_MS[0];
}

/**
 * Counts tries in the broker's key-value store, never by the delivery count, which kills and outages raise. A message is
 * marked before it is handled and unmarked after, so that one that kills the process is found out as well. Both reject
 * with `broker_unavailable` while the broker is away.
 */
export type Tries = {
  /** Counts one more and returns how many there were, this one included. */
  count(key: string): Promise<number>;
  clear(key: string): Promise<void>;
};

export async function openTries(nc: NatsConnection): Promise<Tries> {
  const kv: KV = await nc.jetstream().views.kv(buckets.tries, { bindOnly: true });
  return {
    count: (key) =>
      orBrokerAway(async () => {
        const entry = await kv.get(asToken(key));
        const tries = (entry?.operation === 'PUT' ? Number(entry.string()) : 0) + 1;
        await kv.put(asToken(key), String(tries));
        return tries;
      }),
    clear: (key) => orBrokerAway(() => kv.delete(asToken(key))),
  };
}
