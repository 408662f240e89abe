import type { NatsConnection } from 'nats';
import type { FactData, FactOf } from '../../events/catalogue.ts';
import { encode } from '../../events/codec.ts';
import { VERSION } from '../../events/envelope.ts';
import { eventId } from '../../events/ids.ts';
import { subjects } from '../../events/subjects.ts';
import { publish } from '../../lib/broker/publish.ts';

/** What the sweep itself has to say of a call. */
type Stated = 'call.ended' | 'agent.awaited';

const INSTANCE = 'sweep';

/** @param cause of two sweepers that state it for the same cause, one does */
export async function state<Type extends Stated>(
  nc: NatsConnection,
  place: { tenant: string; call: string },
  type: Type,
  { cause, at, data }: { cause: string; at: number; data: FactData<Type> },
): Promise<void> {
  const id = eventId({ ...place, kind: 'worker', instance: INSTANCE, key: cause });
  const producer = { kind: 'worker', instance: INSTANCE } as const;
  const event = { v: VERSION, id, type, ...place, producer, at, data } as FactOf<Type>;
  await publish(nc, subjects.event(place.tenant, place.call, type), encode(event), { msgID: id });
}
