import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { callScope, inScope } from '../scope.ts';

/** Do the books balance? One row a call and producer: published = stored + dead-lettered + declared gaps. */
export const books = defineQuery({
  name: 'books',
  sql: `
    SELECT
      call_id, producer_kind, producer_instance, published, stored, dead_lettered, declared_gaps, missing, state,
      closed_by
    FROM books_v1 FINAL
    WHERE tenant = {tenant:String} AND ${inScope}
    ORDER BY call_id, producer_kind, producer_instance`,
  params: callScope,
  row: z.object({
    call_id: z.string(),
    producer_kind: z.string(),
    producer_instance: z.string(),
    /** Null while the producer is open or when it was lost. */
    published: z.number().nullable(),
    stored: z.number(),
    dead_lettered: z.number(),
    declared_gaps: z.number(),
    missing: z.array(z.number()),
    state: z.enum(['open', 'balanced', 'unbalanced', 'uncounted']),
    closed_by: z.string(),
  }),
});
