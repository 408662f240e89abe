import { z } from 'zod';
import { defineQuery } from '../query.ts';

/**
 * What makes the lead scores of these calls? One row a call that has one. Of several results the newest version of the
 * analyser counts, and of one version the model's before the rules'.
 */
export const scoresOfCalls = defineQuery({
  name: 'scores-of-calls',
  sql: `
    SELECT call_id, analyser_version, toString(engine) AS engine, toString(confidence) AS confidence, result
    FROM analysis_results_v1 FINAL
    WHERE tenant = {tenant:String} AND call_id IN {callIds:Array(String)} AND analyser = 'lead_score'
    ORDER BY call_id, analyser_version DESC, engine = 'llm' DESC
    LIMIT 1 BY call_id`,
  params: z.object({ tenant: z.string().min(1), callIds: z.array(z.string()).default([]) }),
  row: z.object({
    call_id: z.string(),
    analyser_version: z.number(),
    engine: z.string(),
    confidence: z.enum(['high', 'medium', 'low']),
    /** The breakdown with its evidence, as JSON. */
    result: z.string(),
  }),
});
