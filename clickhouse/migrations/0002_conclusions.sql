-- Conclusions: pure functions of a call's facts. The replacing version is the number of distinct rows read, so that a
-- slow worker that saw less never wins; of results with several rows readers take only those of the newest version.

CREATE TABLE IF NOT EXISTS sessions_v1
(
    tenant LowCardinality(String) COMMENT 'Tenant that owns the call',
    call_id String COMMENT 'Call',
    version UInt64 COMMENT 'Distinct events and dead letters read; the highest wins',
    person_key String COMMENT 'Keyed hash of e-mail or number, else the call',
    agent_name LowCardinality(String) COMMENT 'Agent that took the call, empty until it is known',
    agent_version LowCardinality(String) COMMENT 'Version of the agent, empty where unknown',
    config_version LowCardinality(String) COMMENT 'Version of the configuration of the agent, empty where unknown',
    channel LowCardinality(String) COMMENT 'web, phone_inbound, phone_outbound or unknown',
    status LowCardinality(String) COMMENT 'active or ended',
    started_at DateTime64(3, 'UTC') COMMENT 'Start of the call',
    ended_at Nullable(DateTime64(3, 'UTC')) COMMENT 'End of the call, null while it goes on',
    duration_ms Nullable(Float64) COMMENT 'Duration, ms, null while it goes on',
    end_reason LowCardinality(String) COMMENT 'Why it ended, empty while it goes on',
    ended_by LowCardinality(String) COMMENT 'caller, agent, system or unknown, empty while it goes on',
    turns UInt32 COMMENT 'Exchanges, the greeting not counted',
    caller_items UInt32 COMMENT 'Items that the caller said',
    agent_items UInt32 COMMENT 'Items that the agent said',
    interruptions UInt32 COMMENT 'Answers that the caller interrupted',
    errors UInt32 COMMENT 'Errors that were not recovered',
    fallbacks UInt32 COMMENT 'Times that a component became unavailable and another took over',
    caller_talk_ms Nullable(Float64) COMMENT 'Time the caller spoke, ms, null where it cannot be known',
    agent_talk_ms Nullable(Float64) COMMENT 'Time the agent spoke, ms, null where it cannot be known',
    last_caller_words String COMMENT 'Words of the caller that the line cut off, empty when none',
    last_agent_words String COMMENT 'Words of the agent that the line cut off, empty when none or not known',
    last_agent_words_cut LowCardinality(String) COMMENT 'heard, unknown, or empty when the agent was not speaking',
    signals_known UInt16 COMMENT 'Signals found',
    signals_asked Nullable(UInt16) COMMENT 'Signals that the agent asks for, null where unknown',
    lead_score Nullable(UInt8) COMMENT 'Lead score 0-100, null when no scored signal is known',
    tier LowCardinality(String) COMMENT 'tier_1, tier_2 or none',
    complete Bool COMMENT 'True when the books of every producer balance without a gap',
    emulated Array(String) COMMENT 'Vendors that were stood in for',
    last_event_at DateTime64(3, 'UTC') COMMENT 'Broker time of the newest event',
    heartbeat_ms UInt32 COMMENT 'Interval of the collector heartbeat, 0 where there is none',
    closing_event_id String COMMENT 'Event that closed the call, empty while it goes on',
    inserted_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When the store took the row'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (tenant, call_id)
COMMENT 'One row a call. Kept; personal data is not in it but for the cut-off words, which are redacted with the transcript.';

CREATE TABLE IF NOT EXISTS turns_v1
(
    tenant LowCardinality(String) COMMENT 'Tenant that owns the call',
    call_id String COMMENT 'Call',
    version UInt64 COMMENT 'Distinct events and dead letters read; readers take only the newest of a call',
    turn UInt32 COMMENT 'Number of the exchange; the greeting is 0',
    speech_ids Array(String) COMMENT 'Speeches that answered',
    caller_item_ids Array(String) COMMENT 'Items of the caller in this turn',
    agent_item_ids Array(String) COMMENT 'Items of the agent in this turn',
    started_at DateTime64(3, 'UTC') COMMENT 'First event of the turn',
    anchor_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When the caller stopped speaking, null where there is no reliable anchor',
    heard_at Nullable(DateTime64(3, 'UTC')) COMMENT 'First frame of the answer, null when nothing was heard',
    heard_ms Nullable(Float64) COMMENT 'Heard latency: anchor to first frame, ms; null without both',
    heard_basis LowCardinality(String) COMMENT 'agent_playout, modelled, audio or caller_page; empty when null. Never mixed in one percentile',
    eou_delay_ms Nullable(Float64) COMMENT 'End of speech to the decision that the turn is over, ms',
    transcription_delay_ms Nullable(Float64) COMMENT 'End of speech to the final transcript, ms',
    turn_hook_ms Nullable(Float64) COMMENT 'Time in the turn hook, ms',
    llm_ttft_ms Nullable(Float64) COMMENT 'Time to first token of the first model call, ms',
    tts_ttfb_ms Nullable(Float64) COMMENT 'Time to first byte of audio, ms',
    total_latency_ms Nullable(Float64) COMMENT 'eou_delay + llm_ttft + tts_ttfb, ms; null unless all three are known',
    unexplained_ms Nullable(Float64) COMMENT 'Part of heard latency that no part explains, ms',
    tool_calls UInt16 COMMENT 'Tools run in the turn',
    model_calls UInt16 COMMENT 'Model calls of the turn',
    interrupted Bool COMMENT 'True when the answer was interrupted',
    cancelled Bool COMMENT 'True when the answer was aborted before it was heard',
    excluded LowCardinality(String) COMMENT 'Why the turn counts in no percentile, empty when it counts',
    inserted_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When the store took the row'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (tenant, call_id, turn)
COMMENT 'Exchanges with what the caller waited for. Kept.';

CREATE TABLE IF NOT EXISTS turn_parts_v1
(
    tenant LowCardinality(String) COMMENT 'Tenant that owns the call',
    call_id String COMMENT 'Call',
    version UInt64 COMMENT 'Distinct events and dead letters read; readers take only the newest of a call',
    turn UInt32 COMMENT 'Number of the exchange',
    position UInt16 COMMENT 'Place in the waterfall, from 0',
    part LowCardinality(String) COMMENT 'end_of_turn, transcription, turn_hook, model, tool, sentence, synthesis, playout or unexplained',
    name String COMMENT 'Model or tool, empty for other parts',
    from_ms Float64 COMMENT 'Start after the anchor, ms',
    to_ms Float64 COMMENT 'End after the anchor, ms',
    duration_ms Float64 COMMENT 'Length, ms; parts do not overlap and sum to heard_ms',
    inserted_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When the store took the row'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (tenant, call_id, turn, position)
COMMENT 'The waterfall of each turn. Kept.';

CREATE TABLE IF NOT EXISTS usage_v1
(
    tenant LowCardinality(String) COMMENT 'Tenant that owns the call',
    call_id String COMMENT 'Call',
    version UInt64 COMMENT 'Distinct events and dead letters read; readers take only the newest of a call',
    kind LowCardinality(String) COMMENT 'llm, tts, stt, realtime, eot or interruption',
    provider LowCardinality(String) COMMENT 'Provider, empty where unknown',
    model LowCardinality(String) COMMENT 'Model, empty where unknown',
    reported_input_tokens Nullable(UInt64) COMMENT 'Tokens in by the totals of the SDK, null where it gives none',
    reported_cached_tokens Nullable(UInt64) COMMENT 'Cached tokens in by the totals of the SDK',
    reported_output_tokens Nullable(UInt64) COMMENT 'Tokens out by the totals of the SDK',
    reported_characters Nullable(UInt64) COMMENT 'Characters by the totals of the SDK',
    reported_audio_ms Nullable(Float64) COMMENT 'Audio by the totals of the SDK, ms',
    believed_input_tokens Nullable(UInt64) COMMENT 'Tokens in after correction, null where it cannot be known',
    believed_cached_tokens Nullable(UInt64) COMMENT 'Cached tokens in after correction',
    believed_output_tokens Nullable(UInt64) COMMENT 'Tokens out after correction',
    believed_characters Nullable(UInt64) COMMENT 'Characters after correction',
    believed_audio_ms Nullable(Float64) COMMENT 'Audio after correction, ms',
    unheard_output_tokens Nullable(UInt64) COMMENT 'Of these, tokens of speculative answers that nobody heard',
    requests UInt32 COMMENT 'Requests made',
    cancelled_requests UInt32 COMMENT 'Requests aborted, whose tokens the SDK does not report',
    notes Array(String) COMMENT 'Why reported and believed differ',
    inserted_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When the store took the row'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (tenant, call_id, kind, provider, model)
COMMENT 'Usage per call and model: as reported, and as believed with the reason. Kept.';

CREATE TABLE IF NOT EXISTS quarantined_v1
(
    tenant LowCardinality(String) COMMENT 'Tenant that owns the call',
    call_id String COMMENT 'Call',
    version UInt64 COMMENT 'Distinct events and dead letters read; readers take only the newest of a call',
    event_id String COMMENT 'Event that carries the value',
    field LowCardinality(String) COMMENT 'Field of the event',
    value Float64 COMMENT 'The value that cannot be true',
    reason LowCardinality(String) COMMENT 'over_60_s, negative, epoch, end_before_start or zeros',
    inserted_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When the store took the row'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (tenant, call_id, event_id, field)
COMMENT 'Values that cannot be true: stored, counted, and in no percentile. Kept.';

CREATE TABLE IF NOT EXISTS analysis_results_v1
(
    tenant LowCardinality(String) COMMENT 'Tenant that owns the call',
    call_id String COMMENT 'Call',
    analyser LowCardinality(String) COMMENT 'Name of the analyser, e.g. lead_score',
    analyser_version UInt16 COMMENT 'Version of the analyser',
    engine LowCardinality(String) COMMENT 'llm or rules',
    version UInt64 COMMENT 'Distinct events and dead letters read; the highest wins',
    confidence LowCardinality(String) COMMENT 'high, medium or low',
    result String COMMENT 'The typed result as JSON, with evidence' CODEC(ZSTD(1)),
    inserted_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When the store took the row'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (tenant, call_id, analyser, analyser_version, engine)
COMMENT 'Results by analyser and version. Kept.';

CREATE TABLE IF NOT EXISTS leads_v1
(
    tenant LowCardinality(String) COMMENT 'Tenant that owns the lead',
    person_key String COMMENT 'Keyed hash of e-mail or number, else the call',
    version UInt64 COMMENT 'Epoch ms of the start of the call x 10^6 + rows read of it: the newest call wins, and of one call the fullest reading',
    name String COMMENT 'Name, empty where unknown',
    email String COMMENT 'E-mail address, empty where unknown',
    company String COMMENT 'Company, empty where unknown',
    phone String COMMENT 'Number, empty where unknown',
    last_call_id String COMMENT 'Latest call of this person',
    last_call_at DateTime64(3, 'UTC') COMMENT 'Start of that call',
    lead_score Nullable(UInt8) COMMENT 'Lead score 0-100 of that call, null when no scored signal is known',
    tier LowCardinality(String) COMMENT 'tier_1, tier_2 or none',
    inserted_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When the store took the row'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (tenant, person_key)
COMMENT 'One row a person; the only table with names and addresses. Kept, erasable.';

CREATE TABLE IF NOT EXISTS books_v1
(
    tenant LowCardinality(String) COMMENT 'Tenant that owns the call',
    call_id String COMMENT 'Call',
    producer_kind LowCardinality(String) COMMENT 'collector, webhook, page, upload, import or worker',
    producer_instance String COMMENT 'Instance of the producer',
    version UInt64 COMMENT 'Distinct events and dead letters read; the highest wins',
    published Nullable(UInt64) COMMENT 'Events that the producer declared at its end, null while it is open or when it was lost',
    stored UInt64 COMMENT 'Distinct events stored',
    dead_lettered UInt64 COMMENT 'Events in the dead letters that are not stored',
    declared_gaps UInt64 COMMENT 'Events that the producer declared as not sent',
    missing Array(UInt32) COMMENT 'First numbers that are nowhere, at most 100',
    state LowCardinality(String) COMMENT 'open, balanced, unbalanced, or uncounted for producers that do not count',
    closed_by LowCardinality(String) COMMENT 'self, drain, or empty while open',
    inserted_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When the store took the row'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (tenant, call_id, producer_kind, producer_instance)
COMMENT 'Books per producer: published = stored + dead-lettered + declared gaps. Kept.';
