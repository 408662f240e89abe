import type { NatsConnection } from 'nats';
import { workerBeat, workersBucket, type WorkerBeat } from '../../events/workers.ts';
import { orBrokerAway } from '../../lib/broker/publish.ts';
import { managerOf } from './manager.ts';

const STREAM = `KV_${workersBucket.name}`;
const PREFIX = `$KV.${workersBucket.name}.`;

/**
 * The workers that gave a sign of life lately, by name. The broker forgets an entry by itself when its worker is silent.
 *
 * @throws EarshotError `broker_unavailable`
 */
export function listWorkers(nc: NatsConnection): Promise<WorkerBeat[]> {
  return orBrokerAway(async () => {
    const jsm = await managerOf(nc);
    const { state } = await jsm.streams.info(STREAM, { subjects_filter: `${PREFIX}>` });
    const subjects = Object.keys(state.subjects ?? {}).toSorted();
    const stored = await Promise.all(
      // One may be forgotten in between.
      subjects.map((subject) => jsm.streams.getMessage(STREAM, { last_by_subj: subject }).catch(() => undefined)),
    );
    return stored.flatMap((message) => {
      const beat = message && message.data.length > 0 ? workerBeat.safeParse(message.json()) : undefined;
      return beat?.success ? [beat.data] : [];
    });
  });
}
