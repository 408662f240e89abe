import { z } from 'zod';
import { defineQuery } from '../query.ts';

/** What was said in these items of these calls? In no order. */
export const wordsOfItems = defineQuery({
  name: 'words-of-items',
  sql: `
    SELECT call_id, item_id, text
    FROM transcripts_v1 FINAL
    WHERE tenant = {tenant:String} AND call_id IN {callIds:Array(String)} AND item_id IN {itemIds:Array(String)}
    LIMIT 1 BY call_id, item_id`,
  params: z.object({
    tenant: z.string().min(1),
    callIds: z.array(z.string()).default([]),
    itemIds: z.array(z.string()).default([]),
  }),
  row: z.object({ call_id: z.string(), item_id: z.string(), text: z.string() }),
});
