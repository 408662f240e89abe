import { z } from 'zod';
import { defineQuery } from '../query.ts';

/** What waits in the spools of the agents? The newest sign of life of each collector of a call that goes on. */
export const spools = defineQuery({
  name: 'spools',
  sql: `
    WITH active AS (
      SELECT call_id, agent_name FROM sessions_v1 FINAL WHERE tenant = {tenant:String} AND status = 'active'
    )
    SELECT
      call_id, any(agent_name) AS agent_name,
      JSONExtractUInt(argMax(payload, at), 'data', 'pending') AS waiting,
      toUnixTimestamp64Milli(max(at)) AS at
    FROM events_v1
    INNER JOIN active USING (call_id)
    WHERE tenant = {tenant:String} AND type = 'producer.beat'
      AND at >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC')
      AND call_id IN (SELECT call_id FROM active)
    GROUP BY call_id, producer_instance
    ORDER BY waiting DESC, call_id`,
  params: z.object({
    tenant: z.string().min(1),
    /** Only signs of life since then, epoch ms. */
    fromMs: z.int(),
  }),
  row: z.object({ call_id: z.string(), agent_name: z.string(), waiting: z.number(), at: z.number() }),
});
