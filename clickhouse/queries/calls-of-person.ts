import { z } from 'zod';
import { callColumns, callRow } from '../call-columns.ts';
import { defineQuery } from '../query.ts';

const MOST = 100;

/** How often did a person call? The newest calls, newest first. */
export const callsOfPerson = defineQuery({
  name: 'calls-of-person',
  sql: `
    SELECT ${callColumns}
    FROM sessions_v1 FINAL
    WHERE tenant = {tenant:String} AND person_key = {personKey:String} AND listed
    ORDER BY started_at DESC, call_id DESC
    LIMIT ${MOST}`,
  params: z.object({ tenant: z.string().min(1), personKey: z.string().min(1) }),
  row: callRow,
});
