import { z } from 'zod';
import { defineQuery } from '../query.ts';

/** What did caller and agent say last in these calls? One row a call and side. */
export const lastWords = defineQuery({
  name: 'last-words',
  sql: `
    SELECT call_id, role, argMax(text, at) AS text
    FROM transcripts_v1
    WHERE tenant = {tenant:String} AND call_id IN {callIds:Array(String)} AND role IN ('user', 'assistant')
    GROUP BY call_id, role`,
  params: z.object({ tenant: z.string().min(1), callIds: z.array(z.string()).default([]) }),
  row: z.object({ call_id: z.string(), role: z.enum(['user', 'assistant']), text: z.string() }),
});
