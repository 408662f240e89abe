import { z } from 'zod';
import { defineQuery } from '../query.ts';

/** What did a model find in these calls? A row for each version of the wording that was asked, in no order. */
export const findingsOfCalls = defineQuery({
  name: 'findings-of-calls',
  sql: `
    SELECT call_id, analyser_version, result
    FROM analysis_results_v1 FINAL
    WHERE tenant = {tenant:String} AND call_id IN {callIds:Array(String)}
      AND analyser = 'findings' AND engine = 'llm'`,
  params: z.object({ tenant: z.string().min(1), callIds: z.array(z.string()).default([]) }),
  row: z.object({ call_id: z.string(), analyser_version: z.number(), result: z.string() }),
});
