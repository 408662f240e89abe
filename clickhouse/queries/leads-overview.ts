import { z } from 'zod';
import { callFilter, sessionsInRange } from '../filter.ts';
import { defineQuery } from '../query.ts';

/** How good are the leads of a range altogether? One row. A person counts with the score of the latest call. */
export const leadsOverview = defineQuery({
  name: 'leads-overview',
  sql: `
    SELECT
      sum(calls_made) AS calls,
      sum(calls_qualified) AS qualified,
      sum(calls_with_meeting) AS meetings,
      countIf(last_score IS NULL) AS unscored,
      arrayMap(
        bin -> toUInt64(arrayCount(score -> least(intDiv(score, 10), 9) = bin, groupArrayIf(assumeNotNull(last_score), last_score IS NOT NULL))),
        range(10)) AS bins
    FROM (
      SELECT
        person_key,
        count() AS calls_made,
        countIf(tier = 'tier_1') AS calls_qualified,
        countIf(meetings > 0) AS calls_with_meeting,
        argMax(tuple(lead_score), (started_at, call_id)).1 AS last_score
      FROM (${sessionsInRange})
      GROUP BY person_key
    )`,
  params: callFilter,
  row: z.object({
    calls: z.number(),
    /** Calls of tier 1. */
    qualified: z.number(),
    /** Calls in which a meeting was booked. */
    meetings: z.number(),
    unscored: z.number(),
    /** People with a score of 0-9, 10-19, …, 90-100. */
    bins: z.array(z.number()),
  }),
});
