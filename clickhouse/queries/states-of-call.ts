import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { oneCall } from '../scope.ts';

/** Who spoke when? Every change of the caller's and the agent's state, oldest first. */
export const statesOfCall = defineQuery({
  name: 'states-of-call',
  sql: `
    SELECT
      if(type = 'caller.state', 'caller', 'agent') AS who,
      JSONExtractString(payload, 'data', 'to') AS state,
      toUnixTimestamp64Milli(at) AS at
    FROM events_v1 FINAL
    WHERE tenant = {tenant:String} AND call_id = {callId:String} AND type IN ('caller.state', 'agent.state')
    ORDER BY at, seq`,
  params: oneCall,
  row: z.object({ who: z.enum(['caller', 'agent']), state: z.string(), at: z.number() }),
});
