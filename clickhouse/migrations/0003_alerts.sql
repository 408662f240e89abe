-- What was said of calls while they went on, and how it reached people. The outbox of the broker decides what is said once;
-- these rows repeat it, keyed by the message, so that a redelivery stores nothing twice.

CREATE TABLE IF NOT EXISTS alerts_v1
(
    tenant LowCardinality(String) COMMENT 'Tenant that owns the call',
    call_id String COMMENT 'Call',
    rule LowCardinality(String) COMMENT 'Rule that raised it, e.g. hot_lead',
    kind LowCardinality(String) COMMENT 'alert, or correction when the call ended otherwise than was said',
    alert_id String COMMENT 'De-duplication key: id of the message in the outbox',
    raised_at DateTime64(3, 'UTC') COMMENT 'When the worker raised it',
    caused_by String COMMENT 'Event that caused it: the signal that lifted the score over the threshold; of a correction, what closed the call',
    cause_at DateTime64(3, 'UTC') COMMENT 'When that happened, by the producer',
    late Bool COMMENT 'True when the cause was older than five minutes',
    person_key String COMMENT 'Keyed hash of e-mail or number, else the call; name and address stand in leads_v1',
    agent_name LowCardinality(String) COMMENT 'Agent that took the call, empty where unknown',
    score Nullable(UInt8) COMMENT 'Lead score 0-100 as it was said, null when none was known any more',
    tier LowCardinality(String) COMMENT 'tier_1, tier_2 or none, as it was said',
    hot Bool COMMENT 'True when the score was over the threshold',
    next_step String COMMENT 'What is to be done next, one sentence',
    content String COMMENT 'The message as JSON, without the name: reasons with quotes; of a correction what changed' CODEC(ZSTD(1)),
    inserted_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When the store took the row'
)
ENGINE = ReplacingMergeTree(inserted_at)
ORDER BY (tenant, call_id, rule, alert_id)
COMMENT 'Alerts and their corrections. Kept; the quotes are redacted with the transcript.';

CREATE TABLE IF NOT EXISTS deliveries_v1
(
    tenant LowCardinality(String) COMMENT 'Tenant that owns the call',
    call_id String COMMENT 'Call',
    rule LowCardinality(String) COMMENT 'Rule that raised the message',
    kind LowCardinality(String) COMMENT 'alert or correction',
    alert_id String COMMENT 'Message that was to be delivered',
    attempt UInt16 COMMENT 'Number of the attempt, from 1',
    destination LowCardinality(String) COMMENT 'slack_webhook, slack_bot, or printed where nothing is configured',
    state LowCardinality(String) COMMENT 'sent, failed (for good), or retrying (another attempt follows)',
    possibly_repeated Bool COMMENT 'True when an earlier request may have arrived; the message said so',
    requested_at DateTime64(3, 'UTC') COMMENT 'When the destination was asked',
    answered_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When it answered, null when it did not or was not asked',
    status Nullable(UInt16) COMMENT 'HTTP status, 0 for a printed message, null without an answer',
    error String COMMENT 'What was wrong in one word, empty when nothing was; answer_unknown: the process died before the answer',
    text String COMMENT 'The message as text, redacted; the name and company in it are personal data' CODEC(ZSTD(1)),
    version UInt64 COMMENT 'Newest row of an attempt wins: epoch ms of the answer, 0 without one',
    inserted_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When the store took the row'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (tenant, call_id, rule, alert_id, attempt)
COMMENT 'Every attempt to deliver an alert or a correction. Kept.';

ALTER TABLE dead_letters_v1 COMMENT COLUMN IF EXISTS stage 'ingest, derive or deliver';
