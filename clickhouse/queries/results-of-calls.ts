import { z } from 'zod';
import { defineQuery } from '../query.ts';

/** What did the analysis say of these calls? A row for each analyser, version and engine that has a result, in no order. */
export const resultsOfCalls = defineQuery({
  name: 'results-of-calls',
  sql: `
    SELECT
      call_id, toString(analyser) AS analyser, analyser_version, toString(engine) AS engine,
      toString(confidence) AS confidence, result
    FROM analysis_results_v1 FINAL
    WHERE tenant = {tenant:String} AND call_id IN {callIds:Array(String)}
      AND (empty({analysers:Array(String)}) OR analyser IN {analysers:Array(String)})`,
  params: z.object({
    tenant: z.string().min(1),
    callIds: z.array(z.string()).default([]),
    /** Empty for all. */
    analysers: z.array(z.string()).default([]),
  }),
  row: z.object({
    call_id: z.string(),
    analyser: z.string(),
    analyser_version: z.number(),
    engine: z.enum(['rules', 'llm']),
    confidence: z.enum(['high', 'medium', 'low']),
    /** Sections by name, as JSON. */
    result: z.string(),
  }),
});
