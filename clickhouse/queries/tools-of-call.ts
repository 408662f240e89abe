import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { oneCall } from '../scope.ts';

/** Which tools did the agent use in a call? Oldest first; a call that two roads reported comes twice. */
export const toolsOfCall = defineQuery({
  name: 'tools-of-call',
  sql: `
    SELECT
      event_id, tool_call_id, name, args, output, is_error, duration_ms, speech_id, toUnixTimestamp64Milli(at) AS at
    FROM tool_calls_v1 FINAL
    WHERE tenant = {tenant:String} AND call_id = {callId:String}
    ORDER BY at, event_id`,
  params: oneCall,
  row: z.object({
    event_id: z.string(),
    tool_call_id: z.string(),
    name: z.string(),
    /** As JSON, as the model gave them. */
    args: z.string(),
    output: z.string(),
    is_error: z.boolean(),
    duration_ms: z.number(),
    speech_id: z.string(),
    at: z.number(),
  }),
});
