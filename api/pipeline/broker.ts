import type { ConsumerInfo, NatsConnection } from 'nats';
import { streams } from '../../events/subjects.ts';
import { orBrokerAway } from '../../lib/broker/publish.ts';
import type { Pipeline } from '../types.ts';
import { managerOf } from './manager.ts';

type BrokerState = { stream: NonNullable<Pipeline['stream']>; stages: Pipeline['stages'] };

/** Streams that a stage of the worker reads from. */
const READ = [streams.events, streams.triggers, streams.outbox];

/** What the broker holds and how far each stage of the worker is. @throws EarshotError `broker_unavailable` */
export function readBroker(nc: NatsConnection): Promise<BrokerState> {
  return orBrokerAway(async () => {
    const jsm = await managerOf(nc);
    const [{ state }, ...consumers] = await Promise.all([
      jsm.streams.info(streams.events.name),
      ...READ.map(({ name }) => jsm.consumers.list(name).next()),
    ]);
    return {
      stream: {
        messages: state.messages,
        bytes: state.bytes,
        firstAt: state.messages > 0 ? isoOf(state.first_ts) : null,
        lastAt: state.messages > 0 ? isoOf(state.last_ts) : null,
      },
      stages: consumers.flat().filter(isStage).map(stageOf),
    };
  });
}

/** Others are there for a moment only: somebody reads a stream again. */
const isStage = (info: ConsumerInfo) => info.config.durable_name !== undefined;

const stageOf = ({ name, num_pending, num_ack_pending, num_redelivered }: ConsumerInfo) => ({
  name,
  waiting: num_pending,
  inFlight: num_ack_pending,
  redelivered: num_redelivered,
});

/** The broker's times have nanoseconds. */
const isoOf = (time: string) => new Date(time).toISOString();
