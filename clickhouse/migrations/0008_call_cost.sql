-- What a call cost, so that a list can show it and be sorted by it. Rows of older readings do not know it.

ALTER TABLE sessions_v1
    ADD COLUMN IF NOT EXISTS cost Nullable(Float64) DEFAULT NULL COMMENT 'What the call cost, its analysis included; null until it has ended, and where any of it has no price' AFTER meetings,
    ADD COLUMN IF NOT EXISTS cost_currency LowCardinality(String) DEFAULT '' COMMENT 'Currency of cost, empty where it is null' AFTER cost;
