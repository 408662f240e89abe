import type { RowOfQuery } from '../../clickhouse/query.ts';
import type { unreadEventsOfCalls } from '../../clickhouse/queries/unread-events-of-calls.ts';
import { isFactType, type Fact } from '../../events/catalogue.ts';
import { decode, type Decoded } from '../../events/codec.ts';
import { VERSION } from '../../events/envelope.ts';
import { concludeCall } from '../conclusions/conclude.ts';
import type { CallConclusions, ConclusionConfig, DeadLetter, StoredFact, UnknownEvent } from '../conclusions/types.ts';
import type { CallRows, Place } from './read.ts';

/** A call concluded, and what it was concluded from. */
export type ConcludedCall = { facts: StoredFact[]; conclusions: CallConclusions };

/** Concludes one call from its stored rows. Undefined for a call of which nothing is stored yet. */
export function concludeStoredCall(
  { tenant, call }: Place,
  { events, letters }: CallRows,
  config: ConclusionConfig,
): ConcludedCall | undefined {
  if (events.length === 0 && letters.length === 0) return undefined;
  const facts: StoredFact[] = [];
  const unknown: UnknownEvent[] = [];
  for (const event of events) {
    const { broker_at: brokerAt, at_stated: atStated } = event;
    const decoded = decodeStored(event);
    if (decoded.kind === 'fact') facts.push({ fact: decoded.fact, brokerAt, atQuarantined: atStated !== null });
    if (decoded.kind !== 'unknown_type') continue;
    const { id, producer } = decoded.envelope;
    unknown.push({ id, producer, brokerAt });
  }
  return {
    facts,
    conclusions: concludeCall({ tenant, call, facts, unknown, deadLetters: letters.map(deadLetterOf), config }),
  };
}

/** Ingest has checked what it knew; to check every event at every reading of the call is half the work of concluding it. */
function decodeStored({ payload, known }: CallRows['events'][number]): Decoded {
  const event: unknown = known ? JSON.parse(payload) : undefined;
  if (isStoredFact(event)) return { kind: 'fact', fact: event };
  return decode(new TextEncoder().encode(payload));
}

/** False also for a type that only a newer worker knows. */
function isStoredFact(event: unknown): event is Fact {
  if (typeof event !== 'object' || event === null || !('type' in event) || !('v' in event)) return false;
  return event.v === VERSION && typeof event.type === 'string' && isFactType(event.type);
}

function deadLetterOf(row: RowOfQuery<typeof unreadEventsOfCalls>): DeadLetter {
  const { event_id: eventId, producer_kind: producerKind, producer_instance: producerInstance, seq, at } = row;
  return { eventId, producerKind, producerInstance, seq, at };
}
