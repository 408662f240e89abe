import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { callScope, inScope, sessionsInScope } from '../scope.ts';

/**
 * How good are the leads, and why? One row a call, best first. Of several results the newest version of the analyser
 * counts, and of one version the model's before the rules'. What is not known is null.
 */
export const leadScores = defineQuery({
  name: 'lead-scores',
  sql: `
    SELECT
      session.call_id AS call_id, session.person_key AS person_key, session.lead_score AS lead_score,
      session.tier AS tier,
      score.analyser_version AS analyser_version, score.engine AS engine, score.confidence AS confidence,
      score.result AS result,
      lead.name AS name, lead.email AS email, lead.company AS company
    FROM (${sessionsInScope}) AS session
    LEFT JOIN (
      SELECT
        call_id,
        argMax((analyser_version, engine, confidence, result), (analyser_version, engine = 'llm')) AS best,
        best.1 AS analyser_version, best.2 AS engine, best.3 AS confidence, best.4 AS result
      FROM analysis_results_v1 FINAL
      WHERE tenant = {tenant:String} AND analyser = 'lead_score' AND ${inScope}
      GROUP BY call_id
    ) AS score ON score.call_id = session.call_id
    LEFT JOIN (
      SELECT person_key, name, email, company FROM leads_v1 FINAL WHERE tenant = {tenant:String}
    ) AS lead ON lead.person_key = session.person_key
    ORDER BY session.lead_score DESC NULLS LAST, session.call_id
    SETTINGS join_use_nulls = 1`,
  params: callScope,
  row: z.object({
    call_id: z.string(),
    person_key: z.string(),
    lead_score: z.number().nullable(),
    tier: z.string(),
    analyser_version: z.number().nullable(),
    engine: z.string().nullable(),
    confidence: z.string().nullable(),
    /** The breakdown with its evidence, as JSON. */
    result: z.string().nullable(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    company: z.string().nullable(),
  }),
});
