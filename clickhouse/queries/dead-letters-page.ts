import { z } from 'zod';
import { defineQuery } from '../query.ts';

/** Which messages wait in the dead letters? A page, newest first; it goes on after the last row. */
export const deadLettersPage = defineQuery({
  name: 'dead-letters-page',
  sql: `
    SELECT
      letter_seq, event_id, call_id, subject, stage, code, field, reason, tries, bytes,
      toUnixTimestamp64Milli(at) AS at
    FROM dead_letters_v1 FINAL
    WHERE tenant = {tenant:String} AND state = 'dead'
      AND ({afterEventId:String} = ''
        OR letter_seq < {afterSeq:UInt64}
        OR (letter_seq = {afterSeq:UInt64} AND event_id > {afterEventId:String}))
      AND ({seq:UInt64} = 0 OR letter_seq = {seq:UInt64})
    ORDER BY letter_seq DESC, event_id
    LIMIT {limit:UInt32}`,
  params: z.object({
    tenant: z.string().min(1),
    afterSeq: z.int().min(0).default(0),
    /** Empty for the first page. */
    afterEventId: z.string().default(''),
    /** Only this one; 0 for all. */
    seq: z.int().min(0).default(0),
    limit: z.int().min(1).default(1),
  }),
  row: z.object({
    /** Place in the dead-letter stream; 0 where it is not known. */
    letter_seq: z.number(),
    event_id: z.string(),
    call_id: z.string(),
    subject: z.string(),
    stage: z.string(),
    code: z.string(),
    field: z.string(),
    reason: z.string(),
    tries: z.number(),
    bytes: z.number(),
    /** When the broker stored the original message. */
    at: z.number(),
  }),
});
