import type { books } from '../../clickhouse/queries/books.ts';
import type { quarantinedOfCall } from '../../clickhouse/queries/quarantined-of-call.ts';
import type { readsOfCall } from '../../clickhouse/queries/reads-of-call.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import type { Audit } from '../types.ts';
import { iso } from './times.ts';

export function auditOf(rows: {
  accounts: readonly RowOfQuery<typeof books>[];
  late: number;
  quarantined: readonly RowOfQuery<typeof quarantinedOfCall>[];
  reads: readonly RowOfQuery<typeof readsOfCall>[];
}): Audit {
  return {
    books: rows.accounts.map((book) => ({
      producer: book.producer_kind,
      instance: book.producer_instance,
      published: book.published,
      stored: book.stored,
      deadLettered: book.dead_lettered,
      declaredGaps: book.declared_gaps,
      missing: book.missing,
      state: book.state,
      closedBy: book.closed_by,
    })),
    late: rows.late,
    reads: rows.reads.map(({ at, read_by: by, what }) => ({ at: iso(at), by, what })),
    quarantined: rows.quarantined.map(({ event_id: eventId, ...value }) => ({ eventId, ...value })),
  };
}
