import { flag, nullable, oneOf, text, time, uint16, uint64, uint8, word } from './columns.ts';
import { defineTable } from './define.ts';

/** What was raised: one row an alert or correction. Kept. */
export const alerts = defineTable('alerts_v1', {
  tenant: word(),
  call_id: text(),
  rule: word(),
  kind: oneOf('alert', 'correction'),
  alert_id: text(),
  raised_at: time(),
  caused_by: text(),
  cause_at: time(),
  late: flag(),
  person_key: text(),
  agent_name: word(),
  score: nullable(uint8()),
  tier: oneOf('tier_1', 'tier_2', 'none'),
  hot: flag(),
  next_step: text(),
  content: text(),
});

/** Every attempt to deliver one of them. Kept; `text` holds the person's name and company. */
export const deliveries = defineTable('deliveries_v1', {
  tenant: word(),
  call_id: text(),
  rule: word(),
  kind: oneOf('alert', 'correction'),
  alert_id: text(),
  attempt: uint16(),
  destination: oneOf('slack_webhook', 'slack_bot', 'printed'),
  state: oneOf('sent', 'failed', 'retrying'),
  possibly_repeated: flag(),
  requested_at: time(),
  answered_at: nullable(time()),
  status: nullable(uint16()),
  error: text(),
  text: text(),
  version: uint64(),
});
