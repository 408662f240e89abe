import type { NatsConnection } from 'nats';
import { subjects } from '../../events/subjects.ts';
import { orBrokerAway, publish } from '../../lib/broker/publish.ts';
import { durables } from '../broker/topology.ts';

/**
 * The way past calls go: beside all that is new, and without alerts. All tenants share it: a place is reached only when everything
 * before it is done with too, which of a question may be long after, where another waits for a model that is away.
 */
export type AgainLane = {
  /** Has the model asked. @returns the question's place */
  ask(tenant: string, call: string): Promise<number>;
  /** Has the call concluded from what is stored. @returns the trigger's place */
  derive(tenant: string, call: string): Promise<number>;
  /** Up to which place all is done with. */
  doneUpTo(): Promise<{ asked: number; derived: number }>;
};

export async function openLane(nc: NatsConnection): Promise<AgainLane> {
  const jsm = await orBrokerAway(() => nc.jetstreamManager({ checkAPI: false }));
  const floorOf = async ({ stream, durable }: { stream: string; durable: string }) =>
    (await orBrokerAway(() => jsm.consumers.info(stream, durable))).ack_floor.stream_seq;
  return {
    ask: (tenant, call) => publish(nc, subjects.analyse('again', tenant, call)),
    derive: (tenant, call) => publish(nc, subjects.derive('again', tenant, call)),
    doneUpTo: async () => {
      const [asked, derived] = await Promise.all([floorOf(durables.analyseAgain), floorOf(durables.deriveAgain)]);
      return { asked, derived };
    },
  };
}
