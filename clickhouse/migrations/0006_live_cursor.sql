-- Who follows what comes in asks for rows by the time at which the store took them, every half second: without an index
-- that would read the whole table. And where each dead letter lies in the dead-letter stream, by which people name it.

ALTER TABLE events_v1 ADD INDEX IF NOT EXISTS stored inserted_at TYPE minmax GRANULARITY 1;
ALTER TABLE turns_v1 ADD INDEX IF NOT EXISTS stored inserted_at TYPE minmax GRANULARITY 1;
ALTER TABLE sessions_v1 ADD INDEX IF NOT EXISTS stored inserted_at TYPE minmax GRANULARITY 1;
ALTER TABLE alerts_v1 ADD INDEX IF NOT EXISTS stored inserted_at TYPE minmax GRANULARITY 1;
ALTER TABLE deliveries_v1 ADD INDEX IF NOT EXISTS stored inserted_at TYPE minmax GRANULARITY 1;
ALTER TABLE events_v1 MATERIALIZE INDEX IF EXISTS stored;
ALTER TABLE turns_v1 MATERIALIZE INDEX IF EXISTS stored;
ALTER TABLE sessions_v1 MATERIALIZE INDEX IF EXISTS stored;

ALTER TABLE dead_letters_v1
    ADD COLUMN IF NOT EXISTS letter_seq UInt64 DEFAULT 0 COMMENT 'Place in the dead-letter stream; 0 where it was written before that was kept' AFTER event_id;
