import { z } from 'zod';
import { callFilter, sessionsInRange } from '../filter.ts';
import { defineQuery } from '../query.ts';
import { rowsOfSample, sampleOf } from '../scope.ts';

/** The newest are enough to know what is usual. */
const CALLS = 30;

/**
 * How long does each part of a wait usually take at an agent? Medians over the counted turns of the newest calls that ended
 * within a range, turns with a tool and plain ones apart; a part that a turn lacks took it no time. One row for each part asked for.
 */
export const partsOfAgent = defineQuery({
  name: 'parts-of-agent',
  sql: `
    WITH
      ${sampleOf(
        ['call_id', 'version'],
        `SELECT * FROM (${sessionsInRange}) WHERE status = 'ended' ORDER BY started_at DESC LIMIT ${CALLS}`,
      )},
      waits AS (
        SELECT call_id, turn, tool_calls > 0 AS has_tool
        FROM (${rowsOfSample('turns_v1')})
        WHERE excluded = '' AND heard_ms IS NOT NULL
      ),
      lengths AS (
        SELECT call_id, turn, sumMap(map(toString(part), duration_ms)) AS took
        FROM (${rowsOfSample('turn_parts_v1')})
        GROUP BY call_id, turn
      )
    SELECT has_tool, part, count() AS n, quantileExactInclusive(0.5)(took[part]) AS median_ms
    FROM waits
    INNER JOIN lengths USING (call_id, turn)
    ARRAY JOIN {parts:Array(String)} AS part
    GROUP BY has_tool, part
    ORDER BY has_tool, part`,
  params: callFilter.extend({ parts: z.array(z.string().min(1)).default([]) }),
  row: z.object({
    has_tool: z.coerce.boolean(),
    part: z.string(),
    /** Turns of this kind. */
    n: z.number(),
    median_ms: z.number(),
  }),
});
