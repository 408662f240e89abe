import { z } from 'zod';
import { callFilter, sessionsInRange } from '../filter.ts';
import { defineQuery } from '../query.ts';

/**
 * Whom to call first? One row a person who called in the range, with the latest of those calls: best score first, of
 * equal ones the newest; those without a score last. A page goes on after the last row of the page before.
 */
export const leadsPage = defineQuery({
  name: 'leads-page',
  sql: `
    SELECT
      person_key, last.1 AS call_id, toUnixTimestamp64Milli(last.2) AS call_at, last.3 AS status, last.4 AS lead_score,
      last.5 AS tier, last.6 AS hot
    FROM (
      SELECT
        person_key,
        argMax(tuple(call_id, started_at, toString(status), lead_score, toString(tier), hot), (started_at, call_id)) AS last
      FROM (${sessionsInRange})
      GROUP BY person_key
    )
    WHERE {afterPerson:String} = ''
      OR (ifNull(lead_score, -1), call_at, person_key) < ({afterScore:Int32}, {afterAt:Int64}, {afterPerson:String})
    ORDER BY ifNull(lead_score, -1) DESC, call_at DESC, person_key DESC
    LIMIT {limit:UInt32}`,
  params: callFilter.extend({
    /** Of the last row of the page before: -1 for no score, epoch ms, person. */
    afterScore: z.int().default(-1),
    afterAt: z.int().default(0),
    afterPerson: z.string().default(''),
    limit: z.int().min(1),
  }),
  row: z.object({
    person_key: z.string(),
    /** The latest call in the range, which the rest is of. */
    call_id: z.string(),
    call_at: z.number(),
    status: z.enum(['active', 'ended']),
    lead_score: z.number().nullable(),
    tier: z.enum(['tier_1', 'tier_2', 'none']),
    hot: z.boolean(),
  }),
});
