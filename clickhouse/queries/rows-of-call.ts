import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { oneCall } from '../scope.ts';

/** Is anything stored of a call that it could be concluded from? One row; one that was redelivered may count twice. */
export const rowsOfCall = defineQuery({
  name: 'rows-of-call',
  sql: `
    SELECT
      (
        SELECT count() FROM events_v1
        WHERE tenant = {tenant:String} AND call_id = {callId:String} AND producer_kind != 'api'
      ) AS events,
      (
        SELECT count() FROM dead_letters_v1
        WHERE tenant = {tenant:String} AND call_id = {callId:String} AND stage = 'ingest'
      ) AS letters`,
  params: oneCall,
  row: z.object({ events: z.number(), letters: z.number() }),
});
