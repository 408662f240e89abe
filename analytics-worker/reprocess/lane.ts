import type { NatsConnection } from 'nats';
import { subjects } from '../../events/subjects.ts';
import { orBrokerAway, publish } from '../../lib/broker/publish.ts';
import { durables } from '../broker/topology.ts';
import type { Run } from './run.ts';

/** The way past calls go: beside all that is new, and without alerts. */
export type AgainLane = {
  /** @returns its place, which `doneUpTo` reaches when the call is done */
  send(call: string): Promise<number>;
  doneUpTo(): Promise<number>;
  /** Nothing is left to be stored. */
  isIdle(): Promise<boolean>;
};

export async function openLane(nc: NatsConnection, { tenant, engine }: Run): Promise<AgainLane> {
  const jsm = await orBrokerAway(() => nc.jetstreamManager({ checkAPI: false }));
  const { deriveAgain, analyseAgain } = durables;
  const plan = engine === 'llm' ? analyseAgain : deriveAgain;
  const infoOf = ({ stream, durable }: { stream: string; durable: string }) =>
    orBrokerAway(() => jsm.consumers.info(stream, durable));
  return {
    send: (call) => publish(nc, subjects[engine === 'llm' ? 'analyse' : 'derive']('again', tenant, call)),
    doneUpTo: async () => (await infoOf(plan)).ack_floor.stream_seq,
    isIdle: async () => {
      const { num_pending: waiting, num_ack_pending: held } = await infoOf(deriveAgain);
      return waiting + held === 0;
    },
  };
}
