import type { Store } from '../../clickhouse/client.ts';
import { defineQuery } from '../../clickhouse/query.ts';
import { z } from 'zod';

const resultsOfCall = defineQuery({
  name: 'test-results-of-call',
  sql: `
    SELECT analyser, analyser_version, toString(engine) AS engine, version, toString(confidence) AS confidence, result
    FROM analysis_results_v1 FINAL
    WHERE tenant = {tenant:String} AND call_id = {call:String}
    ORDER BY analyser, engine, analyser_version`,
  params: z.object({ tenant: z.string(), call: z.string() }),
  row: z.object({
    analyser: z.string(),
    analyser_version: z.number(),
    engine: z.enum(['rules', 'llm']),
    version: z.number(),
    confidence: z.string(),
    result: z.string().transform((text) => JSON.parse(text) as Record<string, unknown>),
  }),
});

/** All stored results of a call. */
export function resultsOf(store: Store, tenant: string, call: string) {
  return store.run(resultsOfCall, { tenant, call });
}

/** One of them; undefined while it is not there. */
export async function resultOf(store: Store, tenant: string, call: string, analyser: string, engine = 'rules') {
  const all = await resultsOf(store, tenant, call);
  return all.findLast((one) => one.analyser === analyser && one.engine === engine);
}
