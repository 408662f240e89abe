import { z } from 'zod';
import { callFilter, heardInRange } from '../filter.ts';
import { defineQuery } from '../query.ts';

/**
 * Who waited longest? A page of turns for each basis, longest first. It goes on after the last turn of the page before,
 * then with one basis only.
 */
export const slowestTurns = defineQuery({
  name: 'slowest-turns',
  sql: `
    SELECT
      call_id, turn, version, person_key, agent_name, agent_version, toUnixTimestamp64Milli(started_at) AS started_at,
      assumeNotNull(heard_ms) AS heard_ms, toString(heard_basis) AS basis, of_basis, tool_calls, model_calls,
      caller_item_ids[1] AS asked_item_id
    FROM (SELECT *, count() OVER (PARTITION BY heard_basis) AS of_basis FROM (${heardInRange}))
    WHERE ({basis:String} = '' OR heard_basis = {basis:String})
      AND ({afterCallId:String} = ''
        OR (-heard_ms, call_id, turn) > (-{afterHeardMs:Float64}, {afterCallId:String}, {afterTurn:UInt32}))
    ORDER BY heard_basis, heard_ms DESC, call_id, turn
    LIMIT {limit:UInt32} BY heard_basis`,
  params: callFilter.extend({
    /** Empty for all. */
    basis: z.string().default(''),
    afterHeardMs: z.number().default(0),
    afterCallId: z.string().default(''),
    afterTurn: z.int().default(0),
    limit: z.int().min(1),
  }),
  row: z.object({
    call_id: z.string(),
    turn: z.number(),
    /** Reading that the turn is of; its parts carry the same. */
    version: z.number(),
    person_key: z.string(),
    agent_name: z.string(),
    agent_version: z.string(),
    started_at: z.number(),
    heard_ms: z.number(),
    basis: z.string(),
    /** Turns of this basis in the range. */
    of_basis: z.number(),
    tool_calls: z.number(),
    model_calls: z.number(),
    /** What the caller said first in it; empty where no item is known. */
    asked_item_id: z.string(),
  }),
});
