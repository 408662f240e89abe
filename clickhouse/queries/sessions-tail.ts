import { z } from 'zod';
import { defineQuery } from '../query.ts';

/** Which calls were concluded anew since? One row a call: its newest reading of those that were stored since. */
export const sessionsTail = defineQuery({
  name: 'sessions-tail',
  sql: `
    SELECT call_id, version, status, listed, toUnixTimestamp64Milli(inserted_at) AS inserted_at
    FROM sessions_v1
    WHERE tenant = {tenant:String} AND inserted_at >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC')
    ORDER BY version DESC
    LIMIT 1 BY call_id`,
  params: z.object({
    tenant: z.string().min(1),
    /** Epoch ms by the store's clock. */
    fromMs: z.int(),
  }),
  row: z.object({
    call_id: z.string(),
    version: z.number(),
    status: z.enum(['active', 'ended']),
    listed: z.boolean(),
    inserted_at: z.number(),
  }),
});
