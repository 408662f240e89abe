import type { NatsConnection } from 'nats';
import type { Store } from '../../clickhouse/client.ts';
import { deadLettersPage } from '../../clickhouse/queries/dead-letters-page.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { streams } from '../../events/subjects.ts';
import { brokerCodes, codeOf } from '../../lib/broker/codes.ts';
import { orBrokerAway } from '../../lib/broker/publish.ts';
import { notFound } from '../http/problems.ts';
import { managerOf } from '../pipeline/manager.ts';
import { iso } from '../read/times.ts';
import type { DeadLetter, DeadLetterDetail } from '../types.ts';

export function letterOf(row: RowOfQuery<typeof deadLettersPage>): DeadLetter {
  return {
    seq: row.letter_seq,
    eventId: row.event_id,
    callId: row.call_id,
    subject: row.subject,
    stage: row.stage,
    code: row.code,
    field: row.field,
    reason: row.reason,
    tries: row.tries,
    bytes: row.bytes,
    at: iso(row.at),
  };
}

/**
 * A dead letter with its bytes, as text where they are UTF-8. The store says whose it is, the broker has the bytes.
 *
 * @throws EarshotError `not_found`, also for another tenant's and for one that the stream no longer keeps.
 */
export async function readLetter(
  { nc, store }: { nc: NatsConnection; store: Store },
  tenant: string,
  seq: number,
): Promise<DeadLetterDetail> {
  const [row] = await store.run(deadLettersPage, { tenant, seq });
  if (!row) throw notFound('dead letter');
  const bytes = await readBytes(nc, seq);
  if (!bytes) throw notFound('dead letter');
  return { ...letterOf(row), body: new TextDecoder().decode(bytes) };
}

function readBytes(nc: NatsConnection, seq: number): Promise<Uint8Array | undefined> {
  return orBrokerAway(async () => {
    const jsm = await managerOf(nc);
    try {
      return (await jsm.streams.getMessage(streams.deadLetters.name, { seq })).data;
    } catch (error) {
      if (codeOf(error) === brokerCodes.noMessage) return undefined;
      throw error;
    }
  });
}
