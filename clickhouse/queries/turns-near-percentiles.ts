import { z } from 'zod';
import { callFilter, heardInRange } from '../filter.ts';
import { defineQuery } from '../query.ts';

/** Turns on either side of a percentile's place: 5 % of its kind, and at most so many. */
const MOST_EACH_SIDE = 25;

/**
 * Which turns stand for the median wait, and which for the 95th percentile? Those nearest to its place, with and without
 * a tool apart: one row a turn.
 */
export const turnsNearPercentiles = defineQuery({
  name: 'turns-near-percentiles',
  sql: `
    SELECT
      call_id, turn, version, heard_ms, basis, has_tool, of_kind, if(level = 0.5, p50, p95) AS percentile_ms,
      arrayJoin(arrayFilter(
        level -> abs(place - level * (of_kind - 1)) <= greatest(0.5, least(0.05 * of_kind, ${MOST_EACH_SIDE})),
        [0.5, 0.95])) AS level
    FROM (
      SELECT
        call_id, turn, version, assumeNotNull(heard_ms) AS heard_ms, toString(heard_basis) AS basis,
        tool_calls > 0 AS has_tool,
        count() OVER (PARTITION BY basis, has_tool) AS of_kind,
        quantileExactInclusive(0.5)(heard_ms) OVER (PARTITION BY basis, has_tool) AS p50,
        quantileExactInclusive(0.95)(heard_ms) OVER (PARTITION BY basis, has_tool) AS p95,
        row_number() OVER (PARTITION BY basis, has_tool ORDER BY heard_ms, call_id, turn) - 1 AS place
      FROM (${heardInRange})
    )
    ORDER BY level, call_id, turn`,
  params: callFilter,
  row: z.object({
    call_id: z.string(),
    turn: z.number(),
    /** Reading that the turn is of; its parts carry the same. */
    version: z.number(),
    heard_ms: z.number(),
    basis: z.string(),
    has_tool: z.coerce.boolean(),
    /** Turns of this basis and kind in all. */
    of_kind: z.number(),
    level: z.number(),
    /** The percentile itself, of all turns of this basis and kind. */
    percentile_ms: z.number(),
  }),
});
