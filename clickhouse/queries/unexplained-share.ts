import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { callScope, newestRows } from '../scope.ts';

/** How much of what callers waited does no part explain? A share of heard latency, 0-1, for each basis. */
export const unexplainedShare = defineQuery({
  name: 'unexplained-share',
  sql: `
    SELECT
      toString(heard_basis) AS basis,
      count() AS n,
      quantileExactInclusive(0.5)(share) AS p50,
      quantileExactInclusive(0.95)(share) AS p95,
      max(share) AS max
    FROM (
      SELECT heard_basis, unexplained_ms / heard_ms AS share
      FROM (${newestRows('turns_v1')})
      WHERE excluded = '' AND heard_ms > 0 AND unexplained_ms IS NOT NULL
    )
    GROUP BY heard_basis
    ORDER BY basis`,
  params: callScope,
  row: z.object({
    basis: z.string(),
    n: z.number(),
    p50: z.number(),
    p95: z.number(),
    max: z.number(),
  }),
});
