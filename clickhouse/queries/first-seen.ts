import { z } from 'zod';
import { callFilter } from '../filter.ts';
import { defineQuery } from '../query.ts';

const seen = (kind: 'version' | 'model', column: string) => `
  SELECT agent_name, '${kind}' AS kind, ${column} AS value, min(started_at) AS first_at
  FROM sessions
  WHERE ${column} != ''
  GROUP BY agent_name, value`;

/**
 * When did an agent first run in a new version, or with another model? Its very first is no change. Of all readings of a call,
 * because the first that names them is as good as the newest, and FINAL over a tenant's history costs the most here.
 */
export const firstSeen = defineQuery({
  name: 'first-seen',
  sql: `
    WITH sessions AS (
      SELECT agent_name, toString(agent_version) AS version, toString(llm_model) AS model, started_at
      FROM sessions_v1
      WHERE tenant = {tenant:String} AND ({agent:String} = '' OR agent_name = {agent:String})
    )
    SELECT agent_name, kind, value, toUnixTimestamp64Milli(first_at) AS first_at
    FROM (
      SELECT *, min(first_at) OVER (PARTITION BY agent_name, kind) AS very_first_at
      FROM (${seen('version', 'version')} UNION ALL ${seen('model', 'model')})
    )
    WHERE first_at > very_first_at
      AND first_at >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC')
      AND first_at < fromUnixTimestamp64Milli({toMs:Int64}, 'UTC')
    ORDER BY first_at, kind, agent_name, value`,
  params: callFilter,
  row: z.object({
    agent_name: z.string(),
    kind: z.enum(['version', 'model']),
    value: z.string(),
    first_at: z.number(),
  }),
});
