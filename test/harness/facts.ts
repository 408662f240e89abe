import type { FactData, FactOf, FactType } from '../../events/catalogue.ts';
import { VERSION } from '../../events/envelope.ts';
import { eventId } from '../../events/ids.ts';

export type FactPlace = { tenant?: string; call?: string; instance?: string; seq?: number; at?: number };

/** One fact of a collector, as it goes over the wire. */
export function aFact<Type extends FactType>(type: Type, data: FactData<Type>, place: FactPlace = {}): FactOf<Type> {
  const { tenant = 't1', call = 'c1', instance = 'i1', seq = 1, at = Date.now() } = place;
  const id = eventId({ tenant, call, kind: 'collector', instance, key: seq });
  const producer = { kind: 'collector' as const, instance, seq };
  return { v: VERSION, id, type, tenant, call, producer, at, data } as FactOf<Type>;
}
