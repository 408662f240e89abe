import type { JetStreamManager, NatsConnection } from 'nats';
import { z } from 'zod';
import { orNone } from './codes.ts';
import { orBrokerAway } from './publish.ts';

export type Backlog = {
  /** The broker's clock, epoch ms. */
  nowMs: number;
  /** Everything that the broker stored before this moment was handled, epoch ms; `nowMs` when nothing waits. */
  handledUntilMs: number;
  /** Messages not yet acknowledged, those in flight among them. */
  waiting: number;
};

const stamped = z.looseObject({ ts: z.coerce.date() });

/**
 * How far a durable consumer has come, by the broker's clock. Rejects with `broker_unavailable` while it is away.
 *
 * @param timeout of each question to the broker, ms
 */
export function backlogOf(nc: NatsConnection, stream: string, durable: string, timeout = 5_000): Promise<Backlog> {
  return orBrokerAway(async () => {
    const jsm = await nc.jetstreamManager({ checkAPI: false, timeout });
    const info = await jsm.consumers.info(stream, durable);
    const nowMs = stamped.parse(info).ts.getTime();
    const waiting = info.num_pending + info.num_ack_pending;
    const handledUntilMs = waiting === 0 ? nowMs : await storedAt(jsm, stream, info.ack_floor.stream_seq + 1);
    return { nowMs, handledUntilMs, waiting };
  });
}

async function storedAt(jsm: JetStreamManager, stream: string, seq: number): Promise<number> {
  const message = await orNone(jsm.streams.getMessage(stream, { seq }));
  // One that grew too old or was taken out: what is still there is younger.
  return message?.time.getTime() ?? new Date((await jsm.streams.info(stream)).state.first_ts).getTime();
}
