-- Facts: what producers saw. One row per event, replaced by event id, so that a redelivery changes nothing.
-- Every row has three times: the producer's (at), the broker's (broker_at), the store's (inserted_at).

CREATE TABLE IF NOT EXISTS events_v1
(
    tenant LowCardinality(String) COMMENT 'Tenant that owns the call',
    call_id String COMMENT 'LiveKit job id, or an id minted by the collector',
    event_id String COMMENT 'De-duplication key: tenant.call.kind.instance.key',
    type LowCardinality(String) COMMENT 'Event type, e.g. item.committed',
    producer_kind LowCardinality(String) COMMENT 'collector, webhook, page, upload, import or worker',
    producer_instance String COMMENT 'Instance of the producer, random per start',
    seq Nullable(UInt32) COMMENT 'Number among the events of this producer in this call, from 1; null for producers that do not count',
    at DateTime64(3, 'UTC') COMMENT 'When it happened, by the producer; the broker time where the stated one cannot be true',
    at_stated Nullable(Float64) COMMENT 'Epoch ms that the producer stated, only where it was quarantined',
    broker_at DateTime64(3, 'UTC') COMMENT 'When the broker stored it',
    inserted_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When the store took it; the live cursor runs on it',
    final Bool COMMENT 'False when a better copy of the same fact will follow',
    known Bool COMMENT 'False when the type was unknown to the worker that stored it',
    payload String COMMENT 'The whole event as JSON' CODEC(ZSTD(1))
)
ENGINE = ReplacingMergeTree(inserted_at)
PARTITION BY toYYYYMM(at)
ORDER BY (tenant, call_id, event_id)
TTL toDateTime(at) + INTERVAL 90 DAY
COMMENT 'Raw events, the source of every conclusion. Kept 90 days.';

CREATE TABLE IF NOT EXISTS transcripts_v1
(
    tenant LowCardinality(String) COMMENT 'Tenant that owns the call',
    call_id String COMMENT 'Call',
    event_id String COMMENT 'Event that this row was mapped from',
    item_id String COMMENT 'Item of the conversation',
    role LowCardinality(String) COMMENT 'user, assistant, system or developer',
    text String COMMENT 'What was said; for an interrupted answer what was heard' CODEC(ZSTD(1)),
    at DateTime64(3, 'UTC') COMMENT 'When it was committed',
    started_speaking_at Nullable(DateTime64(3, 'UTC')) COMMENT 'First sound of it, where known',
    stopped_speaking_at Nullable(DateTime64(3, 'UTC')) COMMENT 'Last sound of it, where known',
    interrupted Bool COMMENT 'True when it was cut short by the other side',
    cut_off LowCardinality(String) COMMENT 'heard, unknown, or empty when the line did not go dead in it',
    confidence Nullable(Float32) COMMENT 'Recogniser confidence 0-1',
    language LowCardinality(String) COMMENT 'Language of the words, empty where unknown',
    speech_id String COMMENT 'Speech that it belongs to, empty where unknown',
    broker_at DateTime64(3, 'UTC') COMMENT 'When the broker stored the event',
    inserted_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When the store took the row'
)
ENGINE = ReplacingMergeTree(inserted_at)
PARTITION BY toYYYYMM(at)
ORDER BY (tenant, call_id, event_id)
TTL toDateTime(at) + INTERVAL 90 DAY
COMMENT 'Items of conversations as they were committed. Kept 90 days.';

CREATE TABLE IF NOT EXISTS metrics_v1
(
    tenant LowCardinality(String) COMMENT 'Tenant that owns the call',
    call_id String COMMENT 'Call',
    event_id String COMMENT 'Event that this row was mapped from',
    metric LowCardinality(String) COMMENT 'eou, eot, llm, tts, stt, realtime or other',
    at DateTime64(3, 'UTC') COMMENT 'When it was measured',
    speech_id String COMMENT 'Speech that it belongs to, empty where the SDK gives none',
    request_id String COMMENT 'Request at the provider, empty where there is none',
    provider LowCardinality(String) COMMENT 'Provider, empty where unknown',
    model LowCardinality(String) COMMENT 'Model, empty where unknown',
    label LowCardinality(String) COMMENT 'Component of the SDK that measured',
    cancelled Bool COMMENT 'True when the work was aborted: cost, not latency',
    duration_ms Nullable(Float64) COMMENT 'Duration of the work, ms',
    eou_delay_ms Nullable(Float64) COMMENT 'End of speech to the decision that the turn is over, ms',
    transcription_delay_ms Nullable(Float64) COMMENT 'End of speech to the final transcript, ms',
    turn_hook_ms Nullable(Float64) COMMENT 'Time in the turn hook, ms',
    ttft_ms Nullable(Float64) COMMENT 'Time to the first token, ms',
    ttfb_ms Nullable(Float64) COMMENT 'Time to the first byte of audio, ms',
    audio_ms Nullable(Float64) COMMENT 'Audio recognised or made, ms',
    prompt_tokens Nullable(UInt32) COMMENT 'Tokens in, as reported',
    cached_tokens Nullable(UInt32) COMMENT 'Tokens in that were cached, as reported',
    completion_tokens Nullable(UInt32) COMMENT 'Tokens out, as reported',
    tokens_per_second Nullable(Float64) COMMENT 'Tokens out a second, as reported',
    characters Nullable(UInt32) COMMENT 'Characters synthesised, as reported',
    broker_at DateTime64(3, 'UTC') COMMENT 'When the broker stored the event',
    inserted_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When the store took the row'
)
ENGINE = ReplacingMergeTree(inserted_at)
PARTITION BY toYYYYMM(at)
ORDER BY (tenant, call_id, event_id)
TTL toDateTime(at) + INTERVAL 1 YEAR
COMMENT 'Raw measurements as the SDK reported them. Kept 1 year.';

CREATE TABLE IF NOT EXISTS signals_v1
(
    tenant LowCardinality(String) COMMENT 'Tenant that owns the call',
    call_id String COMMENT 'Call',
    event_id String COMMENT 'Event that this row was mapped from',
    name LowCardinality(String) COMMENT 'Name of the signal, e.g. team_size',
    value String COMMENT 'Value as JSON',
    replaced String COMMENT 'The value that it replaced as JSON, empty when it was the first',
    item_id String COMMENT 'Item in which the caller said it, empty where unknown',
    quote String COMMENT 'The words of the caller' CODEC(ZSTD(1)),
    at DateTime64(3, 'UTC') COMMENT 'When it was recorded',
    broker_at DateTime64(3, 'UTC') COMMENT 'When the broker stored the event',
    inserted_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When the store took the row'
)
ENGINE = ReplacingMergeTree(inserted_at)
PARTITION BY toYYYYMM(at)
ORDER BY (tenant, call_id, event_id)
COMMENT 'Signals as they were found. Kept.';

CREATE TABLE IF NOT EXISTS tool_calls_v1
(
    tenant LowCardinality(String) COMMENT 'Tenant that owns the call',
    call_id String COMMENT 'Call',
    event_id String COMMENT 'Event that this row was mapped from',
    tool_call_id String COMMENT 'Id that the model gave the tool call',
    name LowCardinality(String) COMMENT 'Tool',
    args String COMMENT 'Arguments as JSON, as the model gave them' CODEC(ZSTD(1)),
    output String COMMENT 'Output or error, empty when the answer was aborted first' CODEC(ZSTD(1)),
    is_error Bool COMMENT 'True when the tool failed',
    duration_ms Float64 COMMENT 'Time in the tool, ms',
    speech_id String COMMENT 'Speech that it belongs to, empty where unknown',
    at DateTime64(3, 'UTC') COMMENT 'When it started',
    broker_at DateTime64(3, 'UTC') COMMENT 'When the broker stored the event',
    inserted_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When the store took the row'
)
ENGINE = ReplacingMergeTree(inserted_at)
PARTITION BY toYYYYMM(at)
ORDER BY (tenant, call_id, event_id)
COMMENT 'Tool calls of the agent. Kept.';

CREATE TABLE IF NOT EXISTS knowledge_searches_v1
(
    tenant LowCardinality(String) COMMENT 'Tenant that owns the call',
    call_id String COMMENT 'Call',
    event_id String COMMENT 'Event that this row was mapped from',
    query String COMMENT 'What was searched for' CODEC(ZSTD(1)),
    category LowCardinality(String) COMMENT 'Category of the question, empty where none',
    found Bool COMMENT 'False is a content gap',
    results UInt32 COMMENT 'How many passages were found',
    sources Array(String) COMMENT 'Documents that they came from',
    duration_ms Nullable(Float64) COMMENT 'Time of the search, ms',
    at DateTime64(3, 'UTC') COMMENT 'When it was searched',
    broker_at DateTime64(3, 'UTC') COMMENT 'When the broker stored the event',
    inserted_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When the store took the row'
)
ENGINE = ReplacingMergeTree(inserted_at)
PARTITION BY toYYYYMM(at)
ORDER BY (tenant, call_id, event_id)
COMMENT 'Searches of the knowledge base. Kept.';

CREATE TABLE IF NOT EXISTS quality_samples_v1
(
    tenant LowCardinality(String) COMMENT 'Tenant that owns the call',
    call_id String COMMENT 'Call',
    event_id String COMMENT 'Event that this row was mapped from',
    quality LowCardinality(String) COMMENT 'excellent, good, poor, lost or unknown',
    packet_loss_percent Nullable(Float64) COMMENT 'Packets lost, 0-100',
    jitter_ms Nullable(Float64) COMMENT 'Jitter, ms',
    rtt_ms Nullable(Float64) COMMENT 'Round-trip time, ms',
    bytes_in Nullable(UInt64) COMMENT 'Bytes received so far',
    bytes_out Nullable(UInt64) COMMENT 'Bytes sent so far',
    reconnections UInt32 COMMENT 'Reconnections so far',
    at DateTime64(3, 'UTC') COMMENT 'When it was sampled',
    broker_at DateTime64(3, 'UTC') COMMENT 'When the broker stored the event',
    inserted_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When the store took the row'
)
ENGINE = ReplacingMergeTree(inserted_at)
PARTITION BY toYYYYMM(at)
ORDER BY (tenant, call_id, event_id)
TTL toDateTime(at) + INTERVAL 1 YEAR
COMMENT 'Connection quality through the call. Kept 1 year.';

CREATE TABLE IF NOT EXISTS errors_v1
(
    tenant LowCardinality(String) COMMENT 'Tenant that owns the call',
    call_id String COMMENT 'Call',
    event_id String COMMENT 'Event that this row was mapped from',
    kind LowCardinality(String) COMMENT 'error, fallback or degraded',
    source LowCardinality(String) COMMENT 'stt, llm, tts, realtime, tool, transport, session or collector',
    message String COMMENT 'What happened',
    recoverable Bool COMMENT 'True when the session went on by itself',
    component String COMMENT 'Component of the SDK, empty where unknown',
    at DateTime64(3, 'UTC') COMMENT 'When it happened',
    broker_at DateTime64(3, 'UTC') COMMENT 'When the broker stored the event',
    inserted_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When the store took the row'
)
ENGINE = ReplacingMergeTree(inserted_at)
PARTITION BY toYYYYMM(at)
ORDER BY (tenant, call_id, event_id)
COMMENT 'Errors, fallbacks and degradations of sessions. Kept.';

CREATE TABLE IF NOT EXISTS dead_letters_v1
(
    tenant LowCardinality(String) COMMENT 'Tenant by the subject',
    call_id String COMMENT 'Call by the subject',
    event_id String COMMENT 'Event id by the message header or the body; stream and sequence where neither can be read',
    producer_kind LowCardinality(String) COMMENT 'Producer by the event id, empty where it cannot be read',
    producer_instance String COMMENT 'Instance by the event id, empty where it cannot be read',
    seq Nullable(UInt32) COMMENT 'Number of the event by its id, null where it cannot be read',
    subject String COMMENT 'Subject it was published to',
    stage LowCardinality(String) COMMENT 'ingest or derive',
    code LowCardinality(String) COMMENT 'Stable name of the problem',
    field String COMMENT 'Field at fault, empty where none',
    reason String COMMENT 'What was wrong and the fix',
    tries UInt8 COMMENT 'How often it was tried',
    state LowCardinality(String) COMMENT 'dead, or redriven when it was sent again',
    bytes UInt32 COMMENT 'Size of the message, bytes',
    at DateTime64(3, 'UTC') COMMENT 'When the broker stored the original message',
    version UInt64 COMMENT 'Newest row wins: epoch ms of the last change',
    inserted_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When the store took the row'
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(at)
ORDER BY (tenant, call_id, event_id)
COMMENT 'What could not be understood; the bytes are in the dead-letter stream. Kept.';
