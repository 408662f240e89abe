import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { oneCall } from '../scope.ts';

/** What did the analysis say of a call? Every result that is stored, of each analyser, version and engine, in no order. */
export const analysisOfCall = defineQuery({
  name: 'analysis-of-call',
  sql: `
    SELECT
      toString(analyser) AS analyser, analyser_version, toString(engine) AS engine, toString(confidence) AS confidence,
      result
    FROM analysis_results_v1 FINAL
    WHERE tenant = {tenant:String} AND call_id = {callId:String}`,
  params: oneCall,
  row: z.object({
    analyser: z.string(),
    analyser_version: z.number(),
    engine: z.enum(['rules', 'llm']),
    confidence: z.enum(['high', 'medium', 'low']),
    /** Sections by name, as JSON (docs/analysis.md). */
    result: z.string(),
  }),
});
