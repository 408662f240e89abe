import { partColumns, partRow } from '../part-columns.ts';
import { defineQuery } from '../query.ts';
import { callScope, newestRows } from '../scope.ts';

/** What is each wait made of? The waterfall of every turn. */
export const turnParts = defineQuery({
  name: 'turn-parts',
  sql: `
    SELECT ${partColumns}
    FROM (${newestRows('turn_parts_v1')})
    ORDER BY call_id, turn, position`,
  params: callScope,
  row: partRow,
});
