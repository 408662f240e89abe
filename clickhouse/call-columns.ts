import { z } from 'zod';

/** SQL: what a list says of a session. Shared by the queries that answer with calls. */
export const callColumns = `
  call_id, person_key, agent_name, agent_version, channel, region, stt_model, llm_model, tts_model, status, waiting,
  toUnixTimestamp64Milli(started_at) AS started_at,
  toUnixTimestamp64Milli(ended_at) AS ended_at,
  duration_ms, end_reason, ended_by, turns, lead_score, tier, hot, cost, cost_currency, interruptions, errors, fallbacks, complete, cut_off,
  emulated`;

export const callRow = z.object({
  call_id: z.string(),
  person_key: z.string(),
  agent_name: z.string(),
  agent_version: z.string(),
  channel: z.string(),
  region: z.string(),
  stt_model: z.string(),
  llm_model: z.string(),
  tts_model: z.string(),
  status: z.enum(['active', 'ended']),
  /** A caller is in a room that no agent has joined. */
  waiting: z.boolean(),
  started_at: z.number(),
  ended_at: z.number().nullable(),
  duration_ms: z.number().nullable(),
  end_reason: z.string(),
  ended_by: z.string(),
  turns: z.number(),
  lead_score: z.number().nullable(),
  tier: z.enum(['tier_1', 'tier_2', 'none']),
  hot: z.boolean(),
  cost: z.number().nullable(),
  cost_currency: z.string(),
  interruptions: z.number(),
  errors: z.number(),
  fallbacks: z.number(),
  complete: z.boolean(),
  cut_off: z.boolean(),
  emulated: z.array(z.string()),
});
export type CallRow = z.output<typeof callRow>;
