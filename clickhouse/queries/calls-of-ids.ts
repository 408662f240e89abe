import { z } from 'zod';
import { callColumns, callRow } from '../call-columns.ts';
import { defineQuery } from '../query.ts';

/** How do these calls stand? */
export const callsOfIds = defineQuery({
  name: 'calls-of-ids',
  sql: `
    SELECT ${callColumns}
    FROM (SELECT * FROM sessions_v1 FINAL WHERE tenant = {tenant:String} AND call_id IN {callIds:Array(String)}) AS session
    ORDER BY session.started_at, call_id`,
  params: z.object({ tenant: z.string().min(1), callIds: z.array(z.string()).default([]) }),
  row: callRow,
});
