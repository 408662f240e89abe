import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { callScope, inScope } from '../scope.ts';

/** Do the books balance over all? One row; producers that do not count are left out of the sums and counted apart,
 * pages are left out: what a caller states proves nothing about us. */
export const booksTotal = defineQuery({
  name: 'books-total',
  sql: `
    SELECT
      uniqExact(call_id) AS calls,
      count() AS producers,
      countIf(state = 'balanced') AS balanced,
      countIf(state = 'unbalanced') AS unbalanced,
      countIf(state = 'open') AS open,
      countIf(state = 'uncounted') AS uncounted,
      countIf(state != 'uncounted' AND published IS NULL) AS unknown,
      if(unknown > 0, NULL, sumIf(ifNull(published, 0), state != 'uncounted')) AS published,
      sumIf(stored, state != 'uncounted') AS stored,
      sumIf(dead_lettered, state != 'uncounted') AS dead_lettered,
      sumIf(declared_gaps, state != 'uncounted') AS declared_gaps
    FROM books_v1 FINAL
    WHERE tenant = {tenant:String} AND producer_kind != 'page' AND ${inScope}`,
  params: callScope,
  row: z.object({
    calls: z.number(),
    producers: z.number(),
    balanced: z.number(),
    unbalanced: z.number(),
    open: z.number(),
    uncounted: z.number(),
    /** Producers of which nobody knows how much they published. */
    unknown: z.number(),
    /** Null while one of them is unknown. */
    published: z.number().nullable(),
    stored: z.number(),
    dead_lettered: z.number(),
    declared_gaps: z.number(),
  }),
});
