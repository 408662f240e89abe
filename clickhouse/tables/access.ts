import { text, time, word } from './columns.ts';
import { defineTable } from './define.ts';

/** Who read what was said in a call. Kept. */
export const access = defineTable('access_v1', {
  tenant: word(),
  call_id: text(),
  event_id: text(),
  what: word(),
  read_by: text(),
  read_by_kind: word(),
  read_by_id: text(),
  role: word(),
  request_id: text(),
  at: time(),
  broker_at: time(),
});
