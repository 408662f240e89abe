import { z } from 'zod';
import { defineQuery } from '../query.ts';

/** Which calls go on, and which ended a moment ago? */
export const callsNow = defineQuery({
  name: 'calls-now',
  sql: `
    SELECT call_id, version, status
    FROM sessions_v1 FINAL
    WHERE tenant = {tenant:String} AND listed
      AND (status = 'active' OR ended_at >= fromUnixTimestamp64Milli({endedSinceMs:Int64}, 'UTC'))
    ORDER BY started_at, call_id`,
  params: z.object({ tenant: z.string().min(1), endedSinceMs: z.int().default(0) }),
  row: z.object({ call_id: z.string(), version: z.number(), status: z.enum(['active', 'ended']) }),
});
