import type { Store } from '../../clickhouse/client.ts';
import { callFacts } from '../../clickhouse/queries/call-facts.ts';
import { deadLettersOfCall } from '../../clickhouse/queries/dead-letters-of-call.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { decode } from '../../events/codec.ts';
import { concludeCall } from '../conclusions/conclude.ts';
import type { CallConclusions, ConclusionConfig, DeadLetter, StoredFact, UnknownEvent } from '../conclusions/types.ts';
import type { MappedRow } from '../store/mapped.ts';
import { conclusionRows } from './rows.ts';

/** A call concluded, what it was concluded from, and the rows that come of it. */
export type StoredCall = { facts: StoredFact[]; conclusions: CallConclusions; rows: MappedRow[] };

/**
 * Concludes one call from its stored rows. The rows that come of it carry the number of distinct rows read, so that a
 * slower worker that saw less never wins. Undefined for a call of which nothing is stored yet.
 */
export async function concludeStoredCall(
  store: Store,
  tenant: string,
  call: string,
  config: ConclusionConfig,
): Promise<StoredCall | undefined> {
  const params = { tenant, callId: call };
  const [events, letters] = await Promise.all([store.run(callFacts, params), store.run(deadLettersOfCall, params)]);
  if (events.length === 0 && letters.length === 0) return undefined;
  const encoder = new TextEncoder();
  const facts: StoredFact[] = [];
  const unknown: UnknownEvent[] = [];
  for (const { payload, broker_at: brokerAt, at_stated: atStated } of events) {
    const decoded = decode(encoder.encode(payload));
    if (decoded.kind === 'fact') facts.push({ fact: decoded.fact, brokerAt, atQuarantined: atStated !== null });
    if (decoded.kind !== 'unknown_type') continue;
    const { id, producer } = decoded.envelope;
    unknown.push({ id, producer, brokerAt });
  }
  const conclusions = concludeCall({
    tenant,
    call,
    facts,
    unknown,
    deadLetters: letters.filter(({ stage }) => stage === 'ingest').map(deadLetterOf),
    config,
  });
  return { facts, conclusions, rows: conclusionRows(tenant, call, conclusions) };
}

function deadLetterOf(row: RowOfQuery<typeof deadLettersOfCall>): DeadLetter {
  const { event_id: eventId, producer_kind: producerKind, producer_instance: producerInstance, seq, at } = row;
  return { eventId, producerKind, producerInstance, seq, at };
}
