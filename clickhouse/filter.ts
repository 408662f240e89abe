import { z } from 'zod';

const word = z.string().default('');

/** What every list and number of the api is filtered by. */
export const callFilter = z.object({
  tenant: z.string().min(1),
  /** Epoch ms; `toMs` is outside. */
  fromMs: z.int().min(0),
  toMs: z.int().min(0),
  /** Each empty for any. */
  agent: word,
  version: word,
  channel: word,
  model: word,
  region: word,
});
export type CallFilter = z.input<typeof callFilter>;

/**
 * SQL: the calls that went on within the range and fit the filter. One that is open went on until its last event, so
 * that a call whose agent died does not stay for ever.
 */
export const sessionsInRange = `
  SELECT * FROM sessions_v1 FINAL
  WHERE tenant = {tenant:String} AND listed
    AND started_at < fromUnixTimestamp64Milli({toMs:Int64}, 'UTC')
    AND greatest(started_at, ifNull(ended_at, last_event_at)) >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC')
    AND ({agent:String} = '' OR agent_name = {agent:String})
    AND ({version:String} = '' OR agent_version = {version:String})
    AND ({channel:String} = '' OR channel = {channel:String})
    AND ({model:String} = '' OR llm_model = {model:String})
    AND ({region:String} = '' OR region = {region:String})`;

export const callIdsInRange = `SELECT call_id FROM (${sessionsInRange})`;

/**
 * SQL: the turns of those sessions that began within the range, with what their call is sliced by, and who called: those of the reading that
 * the session is of, one that was inserted twice once. FINAL over a million turns would cost more than all the rest.
 */
export const turnsInRange = `
  SELECT turn.*, person_key, agent_name, agent_version, llm_model, region, channel
  FROM turns_v1 AS turn
  INNER JOIN (
    SELECT call_id, version, person_key, agent_name, agent_version, llm_model, region, channel FROM (${sessionsInRange})
  ) AS session ON session.call_id = turn.call_id AND session.version = turn.version
  WHERE tenant = {tenant:String}
    AND turn.started_at >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC')
    AND turn.started_at < fromUnixTimestamp64Milli({toMs:Int64}, 'UTC')
  LIMIT 1 BY call_id, turn`;

/** SQL: of those the turns that count in percentiles. */
export const heardInRange = `SELECT * FROM (${turnsInRange}) WHERE excluded = '' AND heard_ms IS NOT NULL`;
