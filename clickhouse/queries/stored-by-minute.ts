import { z } from 'zod';
import { defineQuery } from '../query.ts';

/** How many events did the store take in each minute, and how many of them say who read a call? Minutes without one are left out. */
export const storedByMinute = defineQuery({
  name: 'stored-by-minute',
  sql: `
    SELECT
      toUnixTimestamp(toStartOfMinute(inserted_at)) * 1000 AS minute,
      uniqExact(event_id) AS stored,
      uniqExactIf(event_id, producer_kind = 'api') AS reads
    FROM events_v1
    WHERE tenant = {tenant:String} AND inserted_at >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC')
    GROUP BY minute
    ORDER BY minute`,
  params: z.object({
    tenant: z.string().min(1),
    /** Epoch ms by the store's clock. */
    fromMs: z.int(),
  }),
  row: z.object({ minute: z.number(), stored: z.number(), reads: z.number() }),
});
