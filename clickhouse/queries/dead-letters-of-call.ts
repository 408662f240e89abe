import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { oneCall } from '../scope.ts';

/** Which messages of a call could not be understood? With those that were sent again since. */
export const deadLettersOfCall = defineQuery({
  name: 'dead-letters-of-call',
  sql: `
    SELECT
      event_id, producer_kind, producer_instance, seq, subject, stage, code, field, reason, tries, state, bytes,
      toUnixTimestamp64Milli(at) AS at
    FROM dead_letters_v1 FINAL
    WHERE tenant = {tenant:String} AND call_id = {callId:String}
    ORDER BY at, event_id`,
  params: oneCall,
  row: z.object({
    event_id: z.string(),
    producer_kind: z.string(),
    producer_instance: z.string(),
    seq: z.number().nullable(),
    subject: z.string(),
    stage: z.string(),
    code: z.string(),
    field: z.string(),
    reason: z.string(),
    tries: z.number(),
    /** dead, or redriven when it was sent again. */
    state: z.string(),
    bytes: z.number(),
    /** When the broker stored the original message. */
    at: z.number(),
  }),
});
