import { z } from 'zod';
import { defineQuery } from '../query.ts';

/** What time is it by the store's clock, which `inserted_at` is taken from? Epoch ms. */
export const storeClock = defineQuery({
  name: 'store-clock',
  sql: `SELECT toUnixTimestamp64Milli(now64(3)) AS now`,
  params: z.object({}),
  row: z.object({ now: z.number() }),
});
