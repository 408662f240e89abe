import { z } from 'zod';
import { defineQuery } from '../query.ts';

/** What store is this, and since when is it up? */
export const storeStatus = defineQuery({
  name: 'store-status',
  sql: `
    SELECT
      version() AS version,
      currentDatabase() AS database,
      uptime() AS uptime_s,
      toUnixTimestamp64Milli(now64(3)) - uptime() * 1000 AS started_at`,
  params: z.object({}),
  row: z.object({
    version: z.string(),
    database: z.string(),
    uptime_s: z.number(),
    /** Epoch ms by the store's clock, exact to a second. */
    started_at: z.number(),
  }),
});
