import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { callScope, newestRows } from '../scope.ts';
import { percentileColumns, percentileRow } from '../percentiles.ts';

/** What did the callers of these calls wait? One row a call and basis; excluded turns have none. */
export const heardOfCalls = defineQuery({
  name: 'heard-of-calls',
  sql: `
    SELECT call_id, toString(heard_basis) AS basis, ${percentileColumns('heard_ms')}
    FROM (${newestRows('turns_v1')})
    GROUP BY call_id, basis
    ORDER BY call_id, n DESC, basis`,
  params: callScope,
  row: percentileRow.extend({ call_id: z.string(), basis: z.string() }),
});
