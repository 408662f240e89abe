import { z } from 'zod';
import { partColumns, partRow } from '../part-columns.ts';
import { defineQuery } from '../query.ts';

/**
 * What are these waits made of? The waterfalls of single turns of many calls, each of the reading that is named. Calls come
 * first (PREWHERE): the other columns are read only where one of them lies.
 */
export const partsOfTurns = defineQuery({
  name: 'parts-of-turns',
  sql: `
    SELECT ${partColumns}
    FROM turn_parts_v1
    PREWHERE call_id IN {callIds:Array(String)}
    WHERE tenant = {tenant:String}
      AND (call_id, turn, version) IN arrayZip({callIds:Array(String)}, {turns:Array(UInt32)}, {versions:Array(UInt64)})
    ORDER BY call_id, turn, position
    LIMIT 1 BY call_id, turn, position`,
  params: z.object({
    tenant: z.string().min(1),
    /** Three lists of the same length: call, turn and version of each. */
    callIds: z.array(z.string()),
    turns: z.array(z.int()),
    versions: z.array(z.int()),
  }),
  row: partRow,
});
