import { headers, type NatsConnection } from 'nats';
import type { Store } from '../../clickhouse/client.ts';
import { streams } from '../../events/subjects.ts';
import { publish } from '../../lib/broker/publish.ts';
import { insertMapped } from '../store/mapped.ts';
import { letterRow } from './bury.ts';
import { ORIGINAL_ID } from './letter.ts';
import { readDeadLetter } from './read.ts';

/**
 * Sends a dead letter to its subject again and takes it out of the dead letters. It goes under a new broker id, else the
 * duplicate window would swallow it; its row keeps its key. Where it fails again it comes back here.
 */
export async function redrive(nc: NatsConnection, store: Store, seq: number): Promise<void> {
  const { letter, data } = await readDeadLetter(nc, seq);
  const h = headers();
  h.set(ORIGINAL_ID, letter.eventId);
  await publish(nc, letter.subject, data, {
    msgID: `${letter.eventId}.redrive.${seq}`,
    headers: h,
  });
  await insertMapped(store, [letterRow(letter, seq, data.byteLength, 'redriven')]);
  const jsm = await nc.jetstreamManager({ checkAPI: false });
  await jsm.streams.deleteMessage(streams.deadLetters.name, seq);
}
