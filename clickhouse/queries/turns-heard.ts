import { z } from 'zod';
import { defineQuery } from '../query.ts';

/** What was waited for in the turns of these calls? Those of the newest reading of each call. */
export const turnsHeard = defineQuery({
  name: 'turns-heard',
  sql: `
    SELECT call_id, version, turn, heard_ms, excluded, heard_at IS NOT NULL AS heard
    FROM (
      SELECT call_id, version, turn, heard_ms, excluded, heard_at, max(version) OVER (PARTITION BY call_id) AS newest
      FROM turns_v1
      WHERE tenant = {tenant:String} AND call_id IN {callIds:Array(String)}
      ORDER BY version DESC
      LIMIT 1 BY call_id, turn
    )
    WHERE version = newest
    ORDER BY call_id, turn`,
  params: z.object({ tenant: z.string().min(1), callIds: z.array(z.string()).default([]) }),
  row: z.object({
    call_id: z.string(),
    version: z.number(),
    turn: z.number(),
    heard_ms: z.number().nullable(),
    /** Why the turn counts in no percentile, empty when it counts. */
    excluded: z.string(),
    /** An answer was heard. */
    heard: z.coerce.boolean(),
  }),
});
