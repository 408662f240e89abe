import { millis, type JsMsg, type NatsConnection } from 'nats';
import { within } from '../../lib/retry.ts';
import type { DurablePlan } from './topology.ts';

/**
 * Takes messages from a durable and keeps them held: while a message waits for the store it says `working`, so that no
 * outage makes it somebody else's. How many can be held at once is the durable's `maxAckPending`.
 */
export type Intake = {
  /** Messages taken and not yet released. */
  held(): number;
  /** Call when the message was acknowledged or given back. */
  release(message: JsMsg): void;
  /** Somebody is to have it again soon, perhaps another process. */
  giveBack(message: JsMsg): void;
  /** Takes no more. What is held stays so until released. */
  stop(): Promise<void>;
};

const STOP_DEADLINE_MS = 1_000;
const GIVE_BACK_MS = 200;
/** A pull lasts this long; after a broker's return the client also waits this long before it asks again. */
const PULL_MS = 2_000;

export async function startIntake(
  nc: NatsConnection,
  plan: DurablePlan,
  onMessage: (message: JsMsg) => void,
): Promise<Intake> {
  const held = new Set<JsMsg>();
  let stopped = false;
  const consumer = await nc.jetstream().consumers.get(plan.stream, plan.durable);
  const ackWaitMs = millis((await consumer.info(true)).config.ack_wait ?? 0);
  const messages = await consumer.consume({
    max_messages: plan.maxAckPending,
    expires: PULL_MS,
    callback: (message) => {
      held.add(message);
      onMessage(message);
    },
  });
  const keeper = setInterval(() => {
    for (const message of held) message.working();
  }, ackWaitMs / 3);

  const release = (message: JsMsg) => {
    held.delete(message);
    if (stopped && held.size === 0) clearInterval(keeper);
  };

  return {
    held: () => held.size,
    release,
    giveBack: (message) => {
      message.nak(GIVE_BACK_MS);
      release(message);
    },
    stop: async () => {
      stopped = true;
      // `close` of the client does not always come back.
      await within(STOP_DEADLINE_MS, messages.close());
      if (held.size === 0) clearInterval(keeper);
    },
  };
}
