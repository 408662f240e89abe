import { z } from 'zod';
import { defineQuery } from '../query.ts';

/**
 * Do the books of the calls that started since a time balance? One row. Producers that have closed make the sums; one
 * that has not is open while its call goes on, and unknown when that is over. Producers that do not count are left out, and
 * pages: what a caller states proves nothing about us. Who read what was said in those calls is no event of them and stands beside.
 */
export const booksOfRange = defineQuery({
  name: 'books-of-range',
  sql: `
    WITH started AS (
      SELECT call_id, status FROM sessions_v1 FINAL
      WHERE tenant = {tenant:String} AND listed AND started_at >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC')
    )
    SELECT
      (SELECT count() FROM started) AS calls,
      sumIf(ifNull(published, 0), closed) AS published,
      sumIf(stored, closed) AS stored,
      sumIf(dead_lettered, closed) AS dead_lettered,
      sumIf(declared_gaps, closed) AS declared_gaps,
      countIf(NOT closed AND status = 'active') AS open,
      countIf(NOT closed AND status = 'ended') AS unknown,
      arraySort(groupUniqArrayIf(call_id, state = 'unbalanced')) AS unbalanced_calls,
      (
        SELECT uniqExact(event_id) FROM access_v1
        WHERE tenant = {tenant:String} AND call_id IN (SELECT call_id FROM started)
      ) AS reads
    FROM (
      SELECT call_id, status, state, published, stored, dead_lettered, declared_gaps, published IS NOT NULL AS closed
      FROM books_v1 FINAL
      INNER JOIN started USING (call_id)
      WHERE tenant = {tenant:String} AND state != 'uncounted' AND producer_kind != 'page'
    )`,
  params: z.object({ tenant: z.string().min(1), fromMs: z.int() }),
  row: z.object({
    calls: z.number(),
    published: z.number(),
    stored: z.number(),
    dead_lettered: z.number(),
    declared_gaps: z.number(),
    open: z.number(),
    /** Of these nobody knows how much they published. */
    unknown: z.number(),
    unbalanced_calls: z.array(z.string()),
    reads: z.number(),
  }),
});
