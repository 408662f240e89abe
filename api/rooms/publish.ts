import type { NatsConnection } from 'nats';
import type { Fact, FactData, FactOf, FactType } from '../../events/catalogue.ts';
import { encode } from '../../events/codec.ts';
import { VERSION } from '../../events/envelope.ts';
import { eventId } from '../../events/ids.ts';
import { subjects } from '../../events/subjects.ts';
import { publish } from '../../lib/broker/publish.ts';
import type { Place } from './book.ts';

/** The producer of what LiveKit's webhooks say. */
const SERVER = { kind: 'webhook', instance: 'livekit' } as const;

/** @param key LiveKit's id of the event */
export function serverFact<Type extends FactType>(
  { tenant, call }: Place,
  type: Type,
  { key, at, data }: { key: string; at: number; data: FactData<Type> },
): Fact {
  const id = eventId({ tenant, call, ...SERVER, key });
  return { v: VERSION, id, type, tenant, call, producer: SERVER, at, data } as FactOf<Type> & Fact;
}

export function pageFact<Type extends FactType>(
  { tenant, call }: Place,
  type: Type,
  { instance, seq, at, data }: { instance: string; seq: number; at: number; data: FactData<Type> },
): Fact {
  const producer = { kind: 'page', instance, seq } as const;
  const id = eventId({ tenant, call, ...producer, key: seq });
  return { v: VERSION, id, type, tenant, call, producer, at, data } as FactOf<Type> & Fact;
}

/** Resolves when the broker has it. @throws EarshotError `broker_unavailable` */
export async function publishFact(nc: NatsConnection, fact: Fact): Promise<void> {
  await publish(nc, subjects.event(fact.tenant, fact.call, fact.type), encode(fact), { msgID: fact.id });
}
