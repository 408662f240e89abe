import type { NatsConnection } from 'nats';
import type { RoomBook } from './book.ts';
import { toldBy } from './facts.ts';
import { publishFact, serverFact } from './publish.ts';
import type { RoomEvent } from './webhook.ts';

const SECOND_MS = 1_000;

/**
 * Publishes what a webhook says, under its room's call; nothing of rooms that are not ours. Resolves when the broker has it;
 * LiveKit repeats it otherwise.
 *
 * @throws EarshotError `broker_unavailable`
 */
export async function takeWebhook(nc: NatsConnection, book: RoomBook, event: RoomEvent): Promise<void> {
  const told = toldBy(event);
  const { room, id: key } = event;
  if (!told || !room) return;
  const destination = await book.route({ ...event, room });
  if (!destination) return;
  const { linked, ...place } = destination;
  const at = event.createdAt * SECOND_MS;
  if (linked !== undefined) {
    const data = { call: place.call };
    await publishFact(nc, serverFact({ ...place, call: linked }, 'call.linked', { key, at, data }));
  }
  await publishFact(nc, serverFact(place, told.type, { key, at, data: told.data }));
}
