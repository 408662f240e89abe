import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { oneCall } from '../scope.ts';

/** How many events of a call came late? One row. By the broker's time, which a redelivery does not change. */
export const lateEvents = defineQuery({
  name: 'late-events',
  sql: `
    SELECT uniqExactIf(event_id, dateDiff('millisecond', at, broker_at) > {lateMs:Int64}) AS late
    FROM events_v1
    WHERE tenant = {tenant:String} AND call_id = {callId:String}`,
  params: oneCall.extend({ lateMs: z.int() }),
  row: z.object({ late: z.number() }),
});
