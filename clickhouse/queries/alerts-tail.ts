import { z } from 'zod';
import { defineQuery } from '../query.ts';

/** Of which calls was something said, or delivered, since? With the newest time at which the store took a row of it. */
export const alertsTail = defineQuery({
  name: 'alerts-tail',
  sql: `
    SELECT call_id, toUnixTimestamp64Milli(max(stored_at)) AS stored_at
    FROM (
      SELECT call_id, inserted_at AS stored_at FROM alerts_v1
      WHERE tenant = {tenant:String} AND inserted_at >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC')
      UNION ALL
      SELECT call_id, inserted_at AS stored_at FROM deliveries_v1
      WHERE tenant = {tenant:String} AND inserted_at >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC')
    )
    GROUP BY call_id`,
  params: z.object({
    tenant: z.string().min(1),
    /** Epoch ms by the store's clock. */
    fromMs: z.int(),
  }),
  row: z.object({ call_id: z.string(), stored_at: z.number() }),
});
