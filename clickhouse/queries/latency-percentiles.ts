import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { callScope, newestRows } from '../scope.ts';

/** Measures and their columns; heard latency is told apart by its basis, the others have none. */
const measures = [
  ['heard_latency', 'heard_ms', 'toString(heard_basis)'],
  ['total_latency', 'total_latency_ms', "''"],
  ['eou_delay', 'eou_delay_ms', "''"],
  ['transcription_delay', 'transcription_delay_ms', "''"],
  ['llm_ttft', 'llm_ttft_ms', "''"],
  ['tts_ttfb', 'tts_ttfb_ms', "''"],
] as const;

const tuples = measures.map(([name, column, basis]) => `('${name}', ${basis}, ${column})`).join(', ');
const names = measures.map(([name]) => `'${name}'`).join(', ');

/**
 * What did callers wait for? Percentiles are exact and interpolate between neighbours, as spreadsheets do. Of the turns
 * of a measure and basis, `n` were counted, `excluded` count in nothing, `missing` have no value; without a counted
 * one all numbers are null. Every measure has a row without a basis.
 */
export const latencyPercentiles = defineQuery({
  name: 'latency-percentiles',
  sql: `
    SELECT
      measure,
      basis,
      countIf(counts AND value IS NOT NULL) AS n,
      countIf(is_turn AND is_excluded) AS excluded,
      countIf(counts AND value IS NULL) AS missing,
      avgIf(value, counts) AS avg_ms,
      quantileExactInclusiveIf(0.5)(value, counts) AS p50_ms,
      quantileExactInclusiveIf(0.95)(value, counts) AS p95_ms,
      quantileExactInclusiveIf(0.99)(value, counts) AS p99_ms,
      maxIf(value, counts) AS max_ms
    FROM (
      SELECT
        measured.1 AS measure, measured.2 AS basis, measured.3 AS value,
        true AS is_turn, excluded != '' AS is_excluded, NOT is_excluded AS counts
      FROM (${newestRows('turns_v1')})
      ARRAY JOIN [${tuples}] AS measured
      UNION ALL
      SELECT arrayJoin([${names}]), '', NULL, false, false, false
    )
    GROUP BY measure, basis
    ORDER BY indexOf([${names}], measure), basis`,
  params: callScope,
  row: z.object({
    measure: z.enum(measures.map(([name]) => name)),
    /** agent_playout, modelled, audio or caller_page for heard latency; else empty. */
    basis: z.string(),
    n: z.number(),
    excluded: z.number(),
    missing: z.number(),
    avg_ms: z.number().nullable(),
    p50_ms: z.number().nullable(),
    p95_ms: z.number().nullable(),
    p99_ms: z.number().nullable(),
    max_ms: z.number().nullable(),
  }),
});
