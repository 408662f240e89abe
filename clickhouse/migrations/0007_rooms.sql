-- Calls in rooms: the caller's own side of the connection and of the wait, and callers who wait for an agent.

ALTER TABLE quality_samples_v1
    ADD COLUMN IF NOT EXISTS side LowCardinality(String) DEFAULT 'agent' COMMENT 'agent or caller: at whose end it was measured' AFTER event_id;

ALTER TABLE turns_v1
    ADD COLUMN IF NOT EXISTS heard_caller_ms Nullable(Float64) DEFAULT NULL COMMENT 'Heard latency as the page of the caller measured it, ms; null where it told none. Another basis than heard_ms, never mixed with it' AFTER heard_basis;

ALTER TABLE sessions_v1
    ADD COLUMN IF NOT EXISTS waiting Bool DEFAULT false COMMENT 'True while a caller is in a room that no agent has joined' AFTER status,
    ADD COLUMN IF NOT EXISTS linked_to String DEFAULT '' COMMENT 'Call that the agent took, where this is the waiting for it; else empty' AFTER waiting,
    ADD COLUMN IF NOT EXISTS listed Bool DEFAULT true COMMENT 'False for what is no call by itself: a wait that an agent ended, or that has just begun' AFTER linked_to;
