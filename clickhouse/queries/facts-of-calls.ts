import { z } from 'zod';
import { defineQuery } from '../query.ts';

/**
 * Which facts are stored of these calls? In no order; each event once. Who read a call is none. Calls that go on at the same
 * time lie side by side, so that several cost little more than one.
 */
export const factsOfCalls = defineQuery({
  name: 'facts-of-calls',
  sql: `
    SELECT call_id, payload, known, at_stated, toUnixTimestamp64Milli(broker_at) AS broker_at
    FROM events_v1 FINAL
    WHERE tenant = {tenant:String} AND call_id IN {callIds:Array(String)} AND producer_kind != 'api'
    SETTINGS optimize_move_to_prewhere_if_final = 1`,
  params: z.object({ tenant: z.string().min(1), callIds: z.array(z.string()).default([]) }),
  row: z.object({
    call_id: z.string(),
    payload: z.string(),
    /** The worker that stored it knew its type and had checked it. */
    known: z.boolean(),
    /** What the producer stated, where it cannot be true. */
    at_stated: z.number().nullable(),
    broker_at: z.number(),
  }),
});
