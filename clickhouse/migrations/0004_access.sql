-- The access audit: every reading of what was said in a call, written before the words were given away.

CREATE TABLE IF NOT EXISTS access_v1
(
    tenant LowCardinality(String) COMMENT 'Tenant that owns the call',
    call_id String COMMENT 'Call',
    event_id String COMMENT 'Event that this row was mapped from',
    what LowCardinality(String) COMMENT 'What was read: transcript, tools, events, quotes, search, live or dead_letter',
    read_by String COMMENT 'Name of the key, or of the login',
    read_by_kind LowCardinality(String) COMMENT 'key or session',
    read_by_id String COMMENT 'Public part of the key or session',
    role LowCardinality(String) COMMENT 'Role that the key or session had',
    request_id String COMMENT 'Request, as the log of the api has it',
    at DateTime64(3, 'UTC') COMMENT 'When it was read',
    broker_at DateTime64(3, 'UTC') COMMENT 'When the broker stored the event',
    inserted_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When the store took the row'
)
ENGINE = ReplacingMergeTree(inserted_at)
PARTITION BY toYYYYMM(at)
ORDER BY (tenant, call_id, event_id)
COMMENT 'Who read what was said in a call. Kept.';
