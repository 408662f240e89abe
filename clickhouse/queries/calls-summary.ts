import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { callScope, sessionsInScope } from '../scope.ts';

/** How did the calls go? One row a call, oldest first. */
export const callsSummary = defineQuery({
  name: 'calls-summary',
  sql: `
    SELECT
      call_id, version, person_key, agent_name, agent_version, config_version, channel, status,
      toUnixTimestamp64Milli(started_at) AS started_at,
      toUnixTimestamp64Milli(ended_at) AS ended_at,
      duration_ms, end_reason, ended_by, turns, caller_items, agent_items, interruptions, errors, fallbacks,
      caller_talk_ms, agent_talk_ms, last_caller_words, last_agent_words, last_agent_words_cut,
      signals_known, signals_asked, lead_score, tier, complete, emulated
    FROM (${sessionsInScope})
    ORDER BY started_at, call_id`,
  params: callScope,
  row: z.object({
    call_id: z.string(),
    version: z.number(),
    person_key: z.string(),
    agent_name: z.string(),
    agent_version: z.string(),
    config_version: z.string(),
    channel: z.string(),
    status: z.enum(['active', 'ended']),
    started_at: z.number(),
    ended_at: z.number().nullable(),
    duration_ms: z.number().nullable(),
    end_reason: z.string(),
    ended_by: z.string(),
    turns: z.number(),
    caller_items: z.number(),
    agent_items: z.number(),
    interruptions: z.number(),
    errors: z.number(),
    fallbacks: z.number(),
    caller_talk_ms: z.number().nullable(),
    agent_talk_ms: z.number().nullable(),
    last_caller_words: z.string(),
    last_agent_words: z.string(),
    last_agent_words_cut: z.string(),
    signals_known: z.number(),
    signals_asked: z.number().nullable(),
    lead_score: z.number().nullable(),
    tier: z.enum(['tier_1', 'tier_2', 'none']),
    complete: z.boolean(),
    emulated: z.array(z.string()),
  }),
});
