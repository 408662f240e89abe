import { z } from 'zod';
import { callFilter, turnsInRange } from '../filter.ts';
import { percentileRow } from '../percentiles.ts';
import { defineQuery } from '../query.ts';

/** Reported parts, and their sum as other systems have it. */
const measures = ['total_latency', 'eou_delay', 'transcription_delay', 'llm_ttft', 'tts_ttfb'] as const;

const aggregated = measures.map(
  (measure) => `('${measure}',
    countIf(excluded = '' AND ${measure}_ms IS NOT NULL),
    quantilesExactInclusiveIf(0.5, 0.95, 0.99)(${measure}_ms, excluded = ''),
    maxIf(${measure}_ms, excluded = ''))`,
);

/** What did the SDK report of the turns of a range? One row a measure; its numbers are null where `n` is 0. */
export const measuresOfRange = defineQuery({
  name: 'measures-of-range',
  sql: `
    SELECT
      measured.1 AS measure, measured.2 AS n, excluded_turns AS excluded,
      measured.3[1] AS p50_ms, measured.3[2] AS p95_ms, measured.3[3] AS p99_ms, measured.4 AS max_ms
    FROM (
      SELECT countIf(excluded != '') AS excluded_turns, [${aggregated.join(', ')}] AS all_measures
      FROM (${turnsInRange})
    )
    ARRAY JOIN all_measures AS measured`,
  params: callFilter,
  row: percentileRow.extend({ measure: z.enum(measures) }),
});
