import { flag, float, nullable, text, time, uint32, word } from './columns.ts';
import { defineTable } from './define.ts';

/** Raw events, the source of every conclusion. Kept 90 days. */
export const events = defineTable('events_v1', {
  tenant: word(),
  call_id: text(),
  event_id: text(),
  type: word(),
  producer_kind: word(),
  producer_instance: text(),
  seq: nullable(uint32()),
  at: time(),
  at_stated: nullable(float()),
  broker_at: time(),
  final: flag(),
  known: flag(),
  payload: text(),
});
