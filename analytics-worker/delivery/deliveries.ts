import type { NatsConnection } from 'nats';
import { z } from 'zod';
import { brokerCodes, codeOf } from '../../lib/broker/codes.ts';
import { orBrokerAway } from '../../lib/broker/publish.ts';
import { buckets } from '../broker/topology.ts';

/** How far one message got: written before its request and after its answer, so that a restart knows. Times: epoch ms. */
const delivery = z.object({
  state: z.enum(['sending', 'retrying', 'sent', 'failed']),
  /** From 1. */
  attempt: z.int(),
  destination: z.enum(['slack_webhook', 'slack_bot', 'printed']),
  possiblyRepeated: z.boolean(),
  requestedAtMs: z.number(),
  /** Of the first attempt. Absent in what an earlier version kept. */
  firstRequestedAtMs: z.number().optional(),
  answeredAtMs: z.number().nullable(),
  /** HTTP status, null where there was no answer. */
  status: z.number().nullable(),
  error: z.string(),
  /** Not to be tried before. */
  notBeforeMs: z.number().optional(),
  /** The request may have arrived although it was not answered with success. */
  unsure: z.boolean().optional(),
  /** Where a reply goes. */
  thread: z.object({ channel: z.string(), ts: z.string() }).optional(),
});
export type Delivery = z.infer<typeof delivery>;

/**
 * The state of deliveries in the broker's key-value store, by message id. All reject with `broker_unavailable` while the
 * broker is away.
 */
export type Deliveries = {
  find(id: string): Promise<{ delivery: Delivery; revision: number } | undefined>;
  /** Before a request. False when another process has touched it since `revision` (0: there was none). */
  claim(id: string, claimed: Delivery, revision: number): Promise<boolean>;
  /** After the answer. */
  settle(id: string, settled: Delivery): Promise<void>;
};

export async function openDeliveries(nc: NatsConnection): Promise<Deliveries> {
  const kv = await nc.jetstream().views.kv(buckets.deliveries, { bindOnly: true });
  return {
    find: async (id) => {
      const entry = await orBrokerAway(() => kv.get(id));
      return entry?.operation === 'PUT'
        ? { delivery: delivery.parse(entry.json()), revision: entry.revision }
        : undefined;
    },
    claim: (id, claimed, revision) =>
      orBrokerAway(async () => {
        try {
          await kv.put(id, JSON.stringify(claimed), { previousSeq: revision });
          return true;
        } catch (error) {
          if (codeOf(error) === brokerCodes.wrongLastSequence) return false;
          throw error;
        }
      }),
    settle: async (id, settled) => void (await orBrokerAway(() => kv.put(id, JSON.stringify(settled)))),
  };
}
