import { z } from 'zod';
import { defineQuery } from '../query.ts';

/** Which calls that began in a range have ended? The oldest first, a page after the call `afterCallId`, with how much was said in them. */
export const endedCalls = defineQuery({
  name: 'ended-calls',
  sql: `
    WITH page AS (
      SELECT call_id, started_at
      FROM sessions_v1 FINAL
      WHERE tenant = {tenant:String} AND listed AND status = 'ended'
        AND started_at >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC')
        AND started_at < fromUnixTimestamp64Milli({toMs:Int64}, 'UTC')
        AND (started_at, call_id) > (fromUnixTimestamp64Milli({afterMs:Int64}, 'UTC'), {afterCallId:String})
      ORDER BY started_at, call_id
      LIMIT {limit:UInt32}
    )
    SELECT page.call_id AS call_id, toUnixTimestamp64Milli(page.started_at) AS started_at, said.letters AS letters, said.items AS items,
      said.caller_items AS caller_items
    FROM page
    LEFT JOIN (
      SELECT call_id, sum(lengthUTF8(text)) AS letters, count() AS items,
        countIf(role = 'user' AND trimBoth(text) != '') AS caller_items
      FROM transcripts_v1 FINAL
      WHERE tenant = {tenant:String} AND call_id IN (SELECT call_id FROM page)
      GROUP BY call_id
    ) AS said ON said.call_id = page.call_id
    ORDER BY page.started_at, page.call_id`,
  params: z.object({
    tenant: z.string().min(1),
    fromMs: z.int().min(0),
    /** Outside. */
    toMs: z.int().min(0),
    afterMs: z.int().min(0).default(0),
    afterCallId: z.string().default(''),
    limit: z.int().min(1),
  }),
  row: z.object({
    call_id: z.string(),
    started_at: z.number(),
    letters: z.number(),
    items: z.number(),
    caller_items: z.number(),
  }),
});
