import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { callScope, newestRows } from '../scope.ts';

/** Which exchanges did the calls have, and what did the caller wait in each? */
export const turnsOfCalls = defineQuery({
  name: 'turns-of-calls',
  sql: `
    SELECT
      call_id, turn, speech_ids, caller_item_ids, agent_item_ids,
      toUnixTimestamp64Milli(started_at) AS started_at,
      toUnixTimestamp64Milli(anchor_at) AS anchor_at,
      toUnixTimestamp64Milli(heard_at) AS heard_at,
      heard_ms, heard_basis, heard_caller_ms, total_latency_ms,
      eou_delay_ms, transcription_delay_ms, turn_hook_ms, llm_ttft_ms, tts_ttfb_ms, unexplained_ms,
      tool_calls, model_calls, interrupted, cancelled, excluded
    FROM (${newestRows('turns_v1')})
    ORDER BY call_id, turn`,
  params: callScope,
  row: z.object({
    call_id: z.string(),
    turn: z.number(),
    speech_ids: z.array(z.string()),
    caller_item_ids: z.array(z.string()),
    agent_item_ids: z.array(z.string()),
    started_at: z.number(),
    /** When the caller stopped speaking, null where it is not known. */
    anchor_at: z.number().nullable(),
    heard_at: z.number().nullable(),
    heard_ms: z.number().nullable(),
    heard_basis: z.string(),
    /** At the caller's ear, by his page; null where it told none. */
    heard_caller_ms: z.number().nullable(),
    total_latency_ms: z.number().nullable(),
    eou_delay_ms: z.number().nullable(),
    transcription_delay_ms: z.number().nullable(),
    turn_hook_ms: z.number().nullable(),
    llm_ttft_ms: z.number().nullable(),
    tts_ttfb_ms: z.number().nullable(),
    unexplained_ms: z.number().nullable(),
    tool_calls: z.number(),
    model_calls: z.number(),
    interrupted: z.boolean(),
    cancelled: z.boolean(),
    /** Why the turn counts in no percentile, empty when it counts. */
    excluded: z.string(),
  }),
});
