import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { oneCall } from '../scope.ts';

/** What was said in a call? */
export const transcriptOfCall = defineQuery({
  name: 'transcript-of-call',
  sql: `
    SELECT
      item_id, role, text, interrupted, cut_off, confidence, language, speech_id, event_id,
      toUnixTimestamp64Milli(at) AS at,
      toUnixTimestamp64Milli(started_speaking_at) AS started_speaking_at,
      toUnixTimestamp64Milli(stopped_speaking_at) AS stopped_speaking_at
    FROM transcripts_v1 FINAL
    WHERE tenant = {tenant:String} AND call_id = {callId:String}
    ORDER BY coalesce(started_speaking_at, at), at, event_id`,
  params: oneCall,
  row: z.object({
    item_id: z.string(),
    role: z.enum(['user', 'assistant', 'system', 'developer']),
    text: z.string(),
    interrupted: z.boolean(),
    /** heard, unknown, or empty when the line did not go dead in it. */
    cut_off: z.enum(['heard', 'unknown', '']),
    confidence: z.number().nullable(),
    language: z.string(),
    speech_id: z.string(),
    event_id: z.string(),
    at: z.number(),
    started_speaking_at: z.number().nullable(),
    stopped_speaking_at: z.number().nullable(),
  }),
});
