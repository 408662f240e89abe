import { z } from 'zod';
import { callFilter, callIdsInRange, sessionsInRange } from '../filter.ts';
import { defineQuery } from '../query.ts';
import { callColumns, callRow } from '../call-columns.ts';

/**
 * Which calls went on in a range? A page, in the order asked for; unknown durations and scores come last. A page goes on
 * after the `sort_key` and id of the last row of the page before.
 */
export const callsPage = defineQuery({
  name: 'calls-page',
  sql: `
    SELECT
      ${callColumns},
      multiIf(
        {sort:String} = 'score', toFloat64(ifNull(lead_score, -1)),
        {sort:String} = 'longest', ifNull(duration_ms, -1),
        toFloat64(toUnixTimestamp64Milli(started_at)) * if({sort:String} = 'oldest', -1, 1)
      ) AS sort_key,
      found.1 AS found_item_id, found.2 AS found_text
    FROM (${sessionsInRange}) AS session
    LEFT JOIN (
      SELECT call_id, argMin((item_id, text), at) AS found
      FROM transcripts_v1 FINAL
      WHERE tenant = {tenant:String} AND notEmpty({words:Array(String)})
        AND call_id IN (${callIdsInRange})
        AND role IN ('user', 'assistant')
        AND arrayAll(word -> positionCaseInsensitiveUTF8(text, word) > 0, {words:Array(String)})
      GROUP BY call_id
    ) AS matching ON matching.call_id = session.call_id
    WHERE ({status:String} = '' OR status = {status:String})
      AND (empty({words:Array(String)}) OR found.1 != '')
      AND multiIf(
        {badge:String} = 'incomplete', status = 'ended' AND NOT complete,
        {badge:String} = 'cut_off', cut_off,
        {badge:String} = 'agent_lost', end_reason = 'agent_lost',
        {badge:String} = 'hot', hot,
        {badge:String} = 'errors', errors > 0,
        true)
      AND ({afterCallId:String} = '' OR (sort_key, call_id) < ({afterKey:Float64}, {afterCallId:String}))
    ORDER BY sort_key DESC, call_id DESC
    LIMIT {limit:UInt32}`,
  params: callFilter.extend({
    status: z.enum(['', 'active', 'ended']).default(''),
    badge: z.enum(['', 'incomplete', 'cut_off', 'agent_lost', 'hot', 'errors']).default(''),
    sort: z.enum(['newest', 'oldest', 'longest', 'score']).default('newest'),
    /** Only calls of which one item has all of these words. */
    words: z.array(z.string().min(1)).default([]),
    afterKey: z.number().default(0),
    afterCallId: z.string().default(''),
    limit: z.int().min(1),
  }),
  row: callRow.extend({
    sort_key: z.number(),
    /** The first item with all the words; empty without words. */
    found_item_id: z.string(),
    found_text: z.string(),
  }),
});
