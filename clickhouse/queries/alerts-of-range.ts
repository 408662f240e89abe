import { z } from 'zod';
import { callFilter } from '../filter.ts';
import { defineQuery } from '../query.ts';

const MOST = 200;

/** When did alerts fire? Those of a range, corrections left out, oldest first; of very many the newest. */
export const alertsOfRange = defineQuery({
  name: 'alerts-of-range',
  sql: `
    SELECT rule, agent_name, toUnixTimestamp64Milli(raised_at) AS raised_at
    FROM (
      SELECT * FROM alerts_v1 FINAL
      WHERE tenant = {tenant:String} AND kind = 'alert'
        AND ({agent:String} = '' OR agent_name = {agent:String})
        AND raised_at >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC')
        AND raised_at < fromUnixTimestamp64Milli({toMs:Int64}, 'UTC')
      ORDER BY raised_at DESC
      LIMIT ${MOST}
    )
    ORDER BY raised_at, rule`,
  params: callFilter,
  row: z.object({ rule: z.string(), agent_name: z.string(), raised_at: z.number() }),
});
