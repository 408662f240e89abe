/** What of an upload becomes no fact, and why that loses nothing. The test fails on a rule that nothing needs. */
export const dropped: readonly { fields: RegExp; because: string }[] = [
  {
    fields: /^(span|log|info) .*\.(job_id|jobID|jobId|lk\.job_id|call_id)$/,
    because: 'it is the call, which every fact names',
  },
  {
    fields: /^(span|log|info) .*\.(room_id|roomId|gen_ai\.conversation\.id|lk\.room_sid)$/,
    because: 'the room is said once, in call.updated',
  },
  { fields: /^(span|log|info) .*\.lk\.(agent_name|agent_label)$/, because: 'the agent is said once, in call.started' },
  {
    fields: /^(span|log|info) .*\.(logger\.name|process\.pid|host\.name|code\..*)$/,
    because: 'where the SDK wrote the line, not what happened in the call',
  },
  {
    fields: /\.gen_ai\.(operation\.name|tool\.type|request\.stream|output\.type|workflow\.name)$/,
    because: 'the same for every span of the name',
  },
  {
    fields: /\.(gen_ai\.system_instructions|gen_ai\.tool\.(definitions|description)|.*\.instructions|instructions)$/,
    because: 'the prompt of the agent: configuration, not the call',
  },
  {
    fields: /\.(lk\.pii\.chat_ctx|gen_ai\.input\.messages|lk\.pii\.user_input)$/,
    because: 'the conversation so far, repeated; its items are facts',
  },
  {
    fields: /\.(gen_ai\.output\.messages|lk\.pii\.response\.(text|function_calls)|lk\.pii\.input_text)$/,
    because: 'what was said is an item, what was called a tool; the rest nobody heard',
  },
  {
    fields:
      /^span llm_request\.gen_ai\.(usage\..*|response\.(id|model|time_to_first_chunk)|request\.model|provider\.name)$/,
    because: 'said in lk.llm_metrics',
  },
  { fields: /^span (tts_request)\.gen_ai\.(request\.model|provider\.name)$/, because: 'said in lk.tts_metrics' },
  { fields: /\.langfuse\..*$/, because: 'the start of the span and its time to first token, for another product' },
  {
    fields:
      /^span function_tool\.(gen_ai\.tool\.call\.(arguments|result)|lk\.function_tool\.(id|name)|gen_ai\.agent\.name)$/,
    because: 'the same as the attributes that are read',
  },
  {
    fields:
      /^span agent_turn\.(lk\.(end_of_turn_delay|transcription_delay|on_user_turn_completed_delay)|gen_ai\.agent\.name|lk\.generation_id)$/,
    because: 'said by the turn of the caller and by the speech',
  },
  { fields: /^span start_agent_activity\.gen_ai\.agent\.name$/, because: 'the label, which is read' },
  {
    fields: /^info (?!AgentSession closed|closing agent session).*$/,
    because: 'what an informative line tells is in the spans',
  },
  {
    fields: /^info (AgentSession closed|closing agent session).*\.(lk\.pii\.participant_identity|participant|room)$/,
    because: 'said once, in call.updated',
  },
  {
    fields:
      /^header\.(jobId|sessionSummary\.(job_id|room_id|agent_name|duration_ms|audio_recording_(path|started_at)))$/,
    because: 'said by the header and by call.started; the path is one on the disk of the agent',
  },
];
