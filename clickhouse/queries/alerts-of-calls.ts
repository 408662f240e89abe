import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { callScope, inScope } from '../scope.ts';

/** What was said of the calls, and did it arrive? One row an alert or correction, oldest first, with its last attempt. */
export const alertsOfCalls = defineQuery({
  name: 'alerts-of-calls',
  sql: `
    SELECT
      alert.call_id AS call_id, alert.rule AS rule, alert.kind AS kind, alert.alert_id AS alert_id,
      toUnixTimestamp64Milli(alert.raised_at) AS raised_at, alert.caused_by AS caused_by,
      toUnixTimestamp64Milli(alert.cause_at) AS cause_at, alert.late AS late, alert.person_key AS person_key,
      alert.agent_name AS agent_name, alert.score AS score, alert.tier AS tier, alert.hot AS hot,
      alert.next_step AS next_step, alert.content AS content,
      delivery.destination AS destination, delivery.state AS state, delivery.attempts AS attempts,
      delivery.possibly_repeated AS possibly_repeated, delivery.first_requested_at AS first_requested_at,
      delivery.error AS error, delivery.text AS text
    FROM (
      SELECT * FROM alerts_v1 FINAL WHERE tenant = {tenant:String} AND ${inScope}
    ) AS alert
    LEFT JOIN (
      SELECT
        alert_id, max(attempt) AS attempts, countIf(possibly_repeated) AS possibly_repeated,
        toUnixTimestamp64Milli(min(requested_at)) AS first_requested_at,
        argMax((destination, state, error, text), attempt) AS last,
        last.1 AS destination, last.2 AS state, last.3 AS error, last.4 AS text
      FROM deliveries_v1 FINAL
      WHERE tenant = {tenant:String} AND ${inScope}
      GROUP BY alert_id
    ) AS delivery ON delivery.alert_id = alert.alert_id
    ORDER BY alert.raised_at, alert.alert_id
    SETTINGS join_use_nulls = 1`,
  params: callScope,
  row: z.object({
    call_id: z.string(),
    rule: z.string(),
    kind: z.enum(['alert', 'correction']),
    alert_id: z.string(),
    raised_at: z.number(),
    caused_by: z.string(),
    /** When the caller said it. */
    cause_at: z.number(),
    late: z.boolean(),
    person_key: z.string(),
    agent_name: z.string(),
    score: z.number().nullable(),
    tier: z.string(),
    hot: z.boolean(),
    next_step: z.string(),
    /** The message as JSON: reasons with quotes, or what changed. */
    content: z.string(),
    /** Null until a first attempt was made; so are the following ones. */
    destination: z.enum(['slack_webhook', 'slack_bot', 'printed']).nullable(),
    state: z.enum(['sent', 'failed', 'retrying']).nullable(),
    attempts: z.number().nullable(),
    /** Requests made although an earlier one may have arrived. */
    possibly_repeated: z.number().nullable(),
    first_requested_at: z.number().nullable(),
    error: z.string().nullable(),
    text: z.string().nullable(),
  }),
});
