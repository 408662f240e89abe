import type { KV, NatsConnection } from 'nats';
import { z } from 'zod';
import { apiBuckets } from '../../events/buckets.ts';
import { asToken, keyed, token, waitingCall } from '../../events/ids.ts';
import { brokerCodes, codeOf } from '../../lib/broker/codes.ts';
import { orBrokerAway } from '../../lib/broker/publish.ts';
import { jobOf } from './facts.ts';
import type { LiveKit } from './livekit.ts';
import type { RoomEvent } from './webhook.ts';

const place = z.object({ tenant: token, call: token });
export type Place = z.infer<typeof place>;

/** Where a webhook's fact goes. `linked`: the waiting call that ends with it. */
const destination = place.extend({ linked: token.optional() });
export type Destination = z.infer<typeof destination>;

const pages = z.object({ instances: z.array(z.string()) });

/** A page that is loaded again is another one; nobody does that more often in a call. */
const MOST_PAGES = 20;

/**
 * Which call a room is, in the broker's key-value store, so that every process of the api says the same. Rooms are kept by
 * keyed hashes of their names and sids. Everything rejects with `broker_unavailable` while the broker is away.
 */
export type RoomBook = {
  /** Decided once for each webhook: one that comes again, whenever, is the same event of the same call. */
  route(event: RoomEvent & { room: object }): Promise<Destination>;
  /** The call that an agent took in the room; undefined before. */
  callIn(room: string): Promise<Place | undefined>;
  /** Whether one more page may report from the room, or this one has before. */
  admit(room: string, instance: string): Promise<boolean>;
};

export async function openRoomBook(nc: NatsConnection, livekit: LiveKit): Promise<RoomBook> {
  const kv = await nc.jetstream().views.kv(apiBuckets.rooms.name, { bindOnly: true });
  const byName = (room: string) => keyed(livekit.apiSecret, room);

  const decide = async (event: Parameters<RoomBook['route']>[0]): Promise<Destination> => {
    const waiting = waitingCall(livekit.apiSecret, event.room.sid);
    const found = await read(kv, `sid.${waiting}`, place);
    const known = found?.value ?? { tenant: tenantOf(event.room.metadata, livekit), call: waiting };
    const job = jobOf(event);
    if (job === undefined || event.event !== 'participant_joined') {
      if (!found) await kv.put(`sid.${waiting}`, JSON.stringify(known));
      return { tenant: known.tenant, call: job ?? known.call };
    }
    const taken = { tenant: known.tenant, call: job };
    await kv.put(`sid.${waiting}`, JSON.stringify(taken));
    await kv.put(`name.${byName(event.room.name)}`, JSON.stringify(taken));
    return { ...taken, linked: waiting };
  };

  return {
    route: (event) =>
      orBrokerAway(async () => {
        const key = `event.${asToken(event.id)}`;
        const before = await read(kv, key, destination);
        if (before) return before.value;
        const decided = await decide(event);
        if (await created(kv, key, decided)) return decided;
        return (await read(kv, key, destination))?.value ?? decided;
      }),
    callIn: (room) => orBrokerAway(async () => (await read(kv, `name.${byName(room)}`, place))?.value),
    admit: (room, instance) => orBrokerAway(() => admit(kv, `pages.${byName(room)}`, instance)),
  };
}

async function admit(kv: KV, key: string, instance: string): Promise<boolean> {
  for (;;) {
    const found = await read(kv, key, pages);
    const { instances } = found?.value ?? { instances: [] };
    if (instances.includes(instance)) return true;
    if (instances.length >= MOST_PAGES) return false;
    const entry = { instances: [...instances, instance] };
    const isMine = found ? await updated(kv, key, entry, found.revision) : await created(kv, key, entry);
    if (isMine) return true;
  }
}

async function read<Value>(
  kv: KV,
  key: string,
  schema: z.ZodType<Value>,
): Promise<{ value: Value; revision: number } | undefined> {
  const entry = await kv.get(key);
  return entry?.operation === 'PUT' ? { value: schema.parse(entry.json()), revision: entry.revision } : undefined;
}

function created(kv: KV, key: string, value: object): Promise<boolean> {
  return wasFirst(() => kv.create(key, JSON.stringify(value)));
}

function updated(kv: KV, key: string, value: object, revision: number): Promise<boolean> {
  return wasFirst(() => kv.update(key, JSON.stringify(value), revision));
}

async function wasFirst(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (codeOf(error) === brokerCodes.wrongLastSequence) return false;
    throw error;
  }
}

const metadata = z.object({ earshot: z.object({ tenant: token }) });

/** As whoever made the room states it. A caller cannot: only the server's keys write a room's metadata. */
function tenantOf(text: string, { tenant }: LiveKit): string {
  try {
    return metadata.parse(JSON.parse(text)).earshot.tenant;
  } catch {
    return tenant;
  }
}
