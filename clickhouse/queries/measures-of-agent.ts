import { z } from 'zod';
import { callFilter, sessionsInRange } from '../filter.ts';
import { defineQuery } from '../query.ts';
import { rowsOfSample, sampleOf } from '../scope.ts';

/** The newest are enough to know what is usual. */
const CALLS = 200;

/** What did the calls of an agent measure that ended within a range? One row a call; null where a call has no such measure. */
export const measuresOfAgent = defineQuery({
  name: 'measures-of-agent',
  sql: `
    WITH ${sampleOf(
      ['call_id', 'version', 'duration_ms'],
      `SELECT * FROM (${sessionsInRange}) WHERE status = 'ended' ORDER BY started_at DESC LIMIT ${CALLS}`,
    )}
    SELECT
      call_id,
      toString(anyIf(heard_basis, heard_basis != '')) AS basis,
      any(duration_ms) / 60000 AS duration,
      quantileExactInclusiveIf(0.5)(heard_ms, excluded = '') AS heard,
      avgIf(total_latency_ms, excluded = '') AS total_latency,
      avgIf(transcription_delay_ms, excluded = '') AS transcription,
      avgIf(llm_ttft_ms, excluded = '') AS llm_ttft,
      avgIf(tts_ttfb_ms, excluded = '') AS tts_ttfb,
      countIf(interrupted AND notEmpty(agent_item_ids)) AS interruptions
    FROM sample
    LEFT JOIN (${rowsOfSample('turns_v1')}) AS turns ON turns.call_id = sample.call_id
    GROUP BY call_id`,
  params: callFilter,
  row: z.object({
    call_id: z.string(),
    /** How heard latency was measured; empty where nothing was heard. */
    basis: z.string(),
    /** Minutes. */
    duration: z.number().nullable(),
    /** Median, ms. */
    heard: z.number().nullable(),
    /** Averages, ms. */
    total_latency: z.number().nullable(),
    transcription: z.number().nullable(),
    llm_ttft: z.number().nullable(),
    tts_ttfb: z.number().nullable(),
    /** Answers that were interrupted. */
    interruptions: z.number(),
  }),
});
