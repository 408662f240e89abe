import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { oneCall } from '../scope.ts';

/** Who read what was said in a call? Oldest first. */
export const readsOfCall = defineQuery({
  name: 'reads-of-call',
  sql: `
    SELECT what, read_by, read_by_kind, read_by_id, role, request_id, toUnixTimestamp64Milli(at) AS at
    FROM access_v1 FINAL
    WHERE tenant = {tenant:String} AND call_id = {callId:String}
    ORDER BY at, event_id`,
  params: oneCall,
  row: z.object({
    /** transcript, tools, events, quotes, search, live, dead_letter */
    what: z.string(),
    /** Name of the key or of the login. */
    read_by: z.string(),
    read_by_kind: z.string(),
    /** Public part of the key or session. */
    read_by_id: z.string(),
    role: z.string(),
    request_id: z.string(),
    at: z.number(),
  }),
});
