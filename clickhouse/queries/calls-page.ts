import { z } from 'zod';
import { callColumns, callRow } from '../call-columns.ts';
import { callFilter, callIdsInRange, heardInRange, sessionsInRange } from '../filter.ts';
import { defineQuery } from '../query.ts';

/** SQL: a page of the calls of a range, the greatest `sortKey` first. */
const pageBy = (sortKey: string, joined = '') => `
  SELECT ${callColumns}, ${sortKey} AS sort_key, found.1 AS found_item_id, found.2 AS found_text
  FROM (${sessionsInRange}) AS session
  LEFT JOIN (
    SELECT call_id AS found_call_id, argMin((item_id, text), at) AS found
    FROM transcripts_v1 FINAL
    WHERE tenant = {tenant:String} AND notEmpty({words:Array(String)})
      AND call_id IN (${callIdsInRange} WHERE notEmpty({words:Array(String)}))
      AND role IN ('user', 'assistant')
      AND arrayAll(word -> positionCaseInsensitiveUTF8(text, word) > 0, {words:Array(String)})
    GROUP BY call_id
  ) AS matching ON found_call_id = session.call_id
  ${joined}
  WHERE ({status:String} = '' OR status = {status:String})
    AND (empty({words:Array(String)}) OR found.1 != '')
    AND multiIf(
      {badge:String} = 'incomplete', status = 'ended' AND NOT complete,
      {badge:String} = 'cut_off', cut_off,
      {badge:String} = 'agent_lost', end_reason = 'agent_lost',
      {badge:String} = 'hot', hot,
      {badge:String} = 'errors', errors > 0,
      true)
    AND multiIf({outcome:String} = 'qualified', tier = 'tier_1', {outcome:String} = 'meeting', meetings > 0, true)
    AND ({afterCallId:String} = '' OR (sort_key, call_id) < ({afterKey:Float64}, {afterCallId:String}))
  ORDER BY sort_key DESC, call_id DESC
  LIMIT {limit:UInt32}`;

const pageParams = callFilter.extend({
  status: z.enum(['', 'active', 'ended']).default(''),
  badge: z.enum(['', 'incomplete', 'cut_off', 'agent_lost', 'hot', 'errors']).default(''),
  /** As the funnel counts them (`leads-overview`): calls of tier 1, calls in which a meeting was booked. */
  outcome: z.enum(['', 'qualified', 'meeting']).default(''),
  /** Only calls of which one item has all of these words. */
  words: z.array(z.string().min(1)).default([]),
  /** `sort_key` and id of the last row of the page before. */
  afterKey: z.number().default(0),
  afterCallId: z.string().default(''),
  limit: z.int().min(1),
});

const pageRow = callRow.extend({
  sort_key: z.number(),
  /** The first item with all the words; empty without words. */
  found_item_id: z.string(),
  found_text: z.string(),
});

/** Which calls went on in a range? A page, in the order asked for; what is unknown comes last. */
export const callsPage = defineQuery({
  name: 'calls-page',
  sql: pageBy(`
    multiIf(
      {sort:String} = 'score', toFloat64(ifNull(lead_score, -1)),
      {sort:String} = 'longest', ifNull(duration_ms, -1),
      {sort:String} = 'dearest', ifNull(cost, -1),
      toFloat64(toUnixTimestamp64Milli(started_at)) * if({sort:String} = 'oldest', -1, 1))`),
  params: pageParams.extend({ sort: z.enum(['newest', 'oldest', 'longest', 'dearest', 'score']).default('newest') }),
  row: pageRow,
});

/** SQL: the longest wait of each call, of the basis that most turns have: bases are never mixed. */
const longestWaits = `
  SELECT call_id AS waiting_call_id, longest_ms
  FROM (
    SELECT *, first_value(heard_basis) OVER (ORDER BY of_basis DESC, heard_basis) AS most_used
    FROM (
      SELECT
        call_id, heard_basis, max(heard_ms) AS longest_ms, sum(count()) OVER (PARTITION BY heard_basis) AS of_basis
      FROM (${heardInRange})
      GROUP BY call_id, heard_basis
    )
  )
  WHERE heard_basis = most_used`;

/**
 * In which calls of a range did somebody wait longest? A page, the call with the slowest turn first; calls without a heard
 * turn come last. Apart from the other orders, because it reads every turn of the range.
 */
export const callsBySlowest = defineQuery({
  name: 'calls-by-slowest',
  sql: pageBy('ifNull(longest_ms, -1)', `LEFT JOIN (${longestWaits}) AS waits ON waiting_call_id = session.call_id`),
  params: pageParams,
  row: pageRow,
});
