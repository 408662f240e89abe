import { z } from 'zod';
import { callFilter, sessionsInRange } from '../filter.ts';
import { defineQuery } from '../query.ts';
import { rowsOfSample, sampleOf } from '../scope.ts';

/** The newest calls of each agent are enough to know what is usual. */
const CALLS_OF_AGENT = 30;
const CALLS = 100;

/**
 * How long does each part of a wait usually take? Medians over the newest calls of each agent, by the part and what it is:
 * a tool by its name, other parts by their place among those of the turn (the second model call is one for itself). The
 * row without a `which` is over all parts of that name.
 */
export const partMedians = defineQuery({
  name: 'part-medians',
  sql: `
    WITH ${sampleOf(
      ['call_id', 'version', 'agent_name'],
      `SELECT * FROM (${sessionsInRange})
      ORDER BY started_at DESC
      LIMIT ${CALLS_OF_AGENT} BY agent_name
      LIMIT ${CALLS}`,
    )}
    SELECT agent_name, part, which, count() AS n, quantileExactInclusive(0.5)(duration_ms) AS median_ms
    FROM (
      SELECT
        agent_name, part, duration_ms,
        if(part = 'tool', name, toString(row_number() OVER (PARTITION BY call_id, turn, part ORDER BY position))) AS which
      FROM (${rowsOfSample('turn_parts_v1')}) AS parts
      INNER JOIN sample ON sample.call_id = parts.call_id
    )
    GROUP BY GROUPING SETS ((agent_name, part, which), (agent_name, part))
    ORDER BY agent_name, part, which`,
  params: callFilter,
  row: z.object({
    agent_name: z.string(),
    part: z.string(),
    which: z.string(),
    n: z.number(),
    median_ms: z.number(),
  }),
});
