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
 * SQL: the turns of those sessions that began within the range, with what their call is sliced by: of each call the newest
 * reading, a reading that was inserted twice once (`nth`). The range comes before the readings are told apart, because
 * FINAL over a million turns costs more than all the rest; LIMIT BY in place of `nth` takes thrice the memory.
 */
export const turnsInRange = `
  SELECT turn.*, agent_name, agent_version, llm_model, region, channel
  FROM (
    SELECT
      *,
      max(version) OVER (PARTITION BY tenant, call_id) AS newest,
      row_number() OVER (PARTITION BY tenant, call_id, turn ORDER BY version DESC) AS nth
    FROM turns_v1
    WHERE tenant = {tenant:String}
      AND started_at >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC')
      AND started_at < fromUnixTimestamp64Milli({toMs:Int64}, 'UTC')
  ) AS turn
  INNER JOIN (
    SELECT call_id, version AS read, agent_name, agent_version, llm_model, region, channel FROM (${sessionsInRange})
  ) AS session ON session.call_id = turn.call_id
  WHERE nth = 1 AND version = newest AND version >= read`;

/** SQL: of those the turns that count in percentiles. */
export const heardInRange = `SELECT * FROM (${turnsInRange}) WHERE excluded = '' AND heard_ms IS NOT NULL`;
