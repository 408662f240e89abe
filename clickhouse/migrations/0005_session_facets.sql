-- What calls are filtered by, and what a list shows of each. Rows of older readings get what can be known of them.

ALTER TABLE sessions_v1
    ADD COLUMN IF NOT EXISTS stt_model LowCardinality(String) DEFAULT '' COMMENT 'Recognition model, empty where unknown' AFTER channel,
    ADD COLUMN IF NOT EXISTS llm_model LowCardinality(String) DEFAULT '' COMMENT 'Conversation model, empty where unknown' AFTER stt_model,
    ADD COLUMN IF NOT EXISTS tts_model LowCardinality(String) DEFAULT '' COMMENT 'Voice model, empty where unknown' AFTER llm_model,
    ADD COLUMN IF NOT EXISTS region LowCardinality(String) DEFAULT '' COMMENT 'Region that the call was taken in, empty where unknown' AFTER tts_model,
    ADD COLUMN IF NOT EXISTS hot Bool DEFAULT ifNull(lead_score, 0) > 80 COMMENT 'True when the lead score is over the threshold of the scoring configuration' AFTER tier,
    ADD COLUMN IF NOT EXISTS meetings UInt16 DEFAULT 0 COMMENT 'Meetings booked in the call' AFTER hot,
    ADD COLUMN IF NOT EXISTS cut_off Bool DEFAULT last_caller_words != '' OR last_agent_words_cut != '' COMMENT 'True when the line went dead while somebody spoke' AFTER last_agent_words_cut;
