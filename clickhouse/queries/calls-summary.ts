import { z } from 'zod';
import { callColumns, callRow } from '../call-columns.ts';
import { defineQuery } from '../query.ts';
import { callScope, sessionsInScope } from '../scope.ts';

/** How did the calls go? One row a call, oldest first: what a list says of it, and more. */
export const callsSummary = defineQuery({
  name: 'calls-summary',
  sql: `
    SELECT
      ${callColumns},
      version, config_version, caller_items, agent_items, caller_talk_ms, agent_talk_ms, last_caller_words,
      last_agent_words, last_agent_words_cut, signals_known, signals_asked
    FROM (${sessionsInScope})
    ORDER BY started_at, call_id`,
  params: callScope,
  row: callRow.extend({
    version: z.number(),
    config_version: z.string(),
    caller_items: z.number(),
    agent_items: z.number(),
    caller_talk_ms: z.number().nullable(),
    agent_talk_ms: z.number().nullable(),
    last_caller_words: z.string(),
    last_agent_words: z.string(),
    last_agent_words_cut: z.string(),
    signals_known: z.number(),
    signals_asked: z.number().nullable(),
  }),
});
