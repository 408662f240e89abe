import { z } from 'zod';
import { defineQuery } from '../query.ts';

/** How many messages wait in the dead letters? */
export const deadLettersCount = defineQuery({
  name: 'dead-letters-count',
  sql: `SELECT count() AS dead FROM dead_letters_v1 FINAL WHERE tenant = {tenant:String} AND state = 'dead'`,
  params: z.object({ tenant: z.string().min(1) }),
  row: z.object({ dead: z.number() }),
});
