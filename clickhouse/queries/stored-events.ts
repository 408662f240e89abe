import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { callScope, inScope } from '../scope.ts';

/** Is an event stored twice? One row a call; `stored` and `events` must be equal. Who read the call is no event of it. */
export const storedEvents = defineQuery({
  name: 'stored-events',
  sql: `
    SELECT seen.call_id AS call_id, seen.stored AS stored, seen.events AS events, raw.written AS written
    FROM (
      SELECT call_id, count() AS stored, uniqExact(event_id) AS events
      FROM events_v1 FINAL
      WHERE tenant = {tenant:String} AND ${inScope} AND producer_kind != 'api'
      GROUP BY call_id
    ) AS seen
    INNER JOIN (
      SELECT call_id, count() AS written
      FROM events_v1
      WHERE tenant = {tenant:String} AND ${inScope} AND producer_kind != 'api'
      GROUP BY call_id
    ) AS raw ON raw.call_id = seen.call_id
    ORDER BY seen.call_id`,
  params: callScope,
  row: z.object({
    call_id: z.string(),
    /** Rows that readers see. */
    stored: z.number(),
    /** Distinct events. */
    events: z.number(),
    /** Rows on disk: more where a redelivered event has not been merged yet, which is no error. */
    written: z.number(),
  }),
});
