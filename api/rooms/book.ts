import type { KV, NatsConnection } from 'nats';
import { z } from 'zod';
import { apiBuckets } from '../../events/buckets.ts';
import { asToken, keyed, token, waitingCall } from '../../events/ids.ts';
import { orBrokerAway } from '../../lib/broker/publish.ts';
import { beginOnce, type Repeatable } from './begin-once.ts';
import { createEntry, readEntry, updateEntry } from './entries.ts';
import { agentNameOf, jobOf } from './facts.ts';
import type { LiveKit } from './livekit.ts';
import type { Seat } from './token.ts';
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
  /**
   * Decided once for each webhook: one that comes again, whenever, is the same event of the same call. Undefined for rooms of
   * others on the same server.
   */
  route(event: RoomEvent & { room: object }): Promise<Destination | undefined>;
  /** The call that an agent took in the room; undefined before. */
  callIn(room: string): Promise<Place | undefined>;
  /** Whether one more page may report from the room, or this one has before. */
  admit(room: string, instance: string): Promise<boolean>;
  /** A seat for a web call, the same for the same wish; undefined when its key was used for another. */
  begin(asked: Repeatable): Promise<Seat | undefined>;
};

export async function openRoomBook(nc: NatsConnection, livekit: LiveKit): Promise<RoomBook> {
  const kv = await nc.jetstream().views.kv(apiBuckets.rooms.name, { bindOnly: true });
  const byName = (room: string) => keyed(livekit.apiSecret, room);

  const decide = async (event: Parameters<RoomBook['route']>[0]): Promise<Destination | undefined> => {
    const waiting = waitingCall(livekit.apiSecret, event.room.sid);
    const found = await readEntry(kv, `sid.${waiting}`, place);
    const tenant = found?.value.tenant ?? ownerOf(event, livekit);
    if (tenant === undefined) return undefined;
    const known = found?.value ?? { tenant, call: waiting };
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
        const before = await readEntry(kv, key, destination);
        if (before) return before.value;
        const decided = await decide(event);
        if (!decided) return undefined;
        if (await createEntry(kv, key, decided)) return decided;
        return (await readEntry(kv, key, destination))?.value ?? decided;
      }),
    callIn: (room) => orBrokerAway(async () => (await readEntry(kv, `name.${byName(room)}`, place))?.value),
    admit: (room, instance) => orBrokerAway(() => admit(kv, `pages.${byName(room)}`, instance)),
    begin: (asked) => orBrokerAway(() => beginOnce(kv, livekit.apiSecret, asked)),
  };
}

async function admit(kv: KV, key: string, instance: string): Promise<boolean> {
  for (;;) {
    const found = await readEntry(kv, key, pages);
    const { instances } = found?.value ?? { instances: [] };
    if (instances.includes(instance)) return true;
    if (instances.length >= MOST_PAGES) return false;
    const entry = { instances: [...instances, instance] };
    const isMine = found ? await updateEntry(kv, key, entry, found.revision) : await createEntry(kv, key, entry);
    if (isMine) return true;
  }
}

const marked = z.object({ earshot: z.object({ tenant: token.optional().catch(undefined) }) });

/**
 * Whose room it is, as whoever made it states in its metadata; a caller cannot: only the server's keys write it. One that states
 * nothing is somebody else's, until an agent of ours takes a call in it.
 */
function ownerOf(event: RoomEvent & { room: { metadata: string } }, livekit: LiveKit): string | undefined {
  const stated = marked.safeParse(json(event.room.metadata)).data;
  if (stated) return stated.earshot.tenant ?? livekit.tenant;
  return agentNameOf(event) === livekit.agentName ? livekit.tenant : undefined;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
