import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { callScope, newestRows } from '../scope.ts';

/** What is each wait made of? The waterfall of every turn. */
export const turnParts = defineQuery({
  name: 'turn-parts',
  sql: `
    SELECT call_id, turn, position, part, name, from_ms, to_ms, duration_ms
    FROM (${newestRows('turn_parts_v1')})
    ORDER BY call_id, turn, position`,
  params: callScope,
  row: z.object({
    call_id: z.string(),
    turn: z.number(),
    position: z.number(),
    part: z.string(),
    /** Model or tool, empty for other parts. */
    name: z.string(),
    from_ms: z.number(),
    to_ms: z.number(),
    duration_ms: z.number(),
  }),
});
