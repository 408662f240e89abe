import { flag, float, float32, list, nullable, oneOf, text, time, uint32, word } from './columns.ts';
import { defineTable } from './define.ts';

/** Items of conversations as they were committed. Kept 90 days. */
export const transcripts = defineTable('transcripts_v1', {
  tenant: word(),
  call_id: text(),
  event_id: text(),
  item_id: text(),
  role: word(),
  text: text(),
  at: time(),
  started_speaking_at: nullable(time()),
  stopped_speaking_at: nullable(time()),
  interrupted: flag(),
  cut_off: oneOf('heard', 'unknown', ''),
  confidence: nullable(float32()),
  language: word(),
  speech_id: text(),
  broker_at: time(),
});

/** Signals as they were found. Kept. */
export const signals = defineTable('signals_v1', {
  tenant: word(),
  call_id: text(),
  event_id: text(),
  name: word(),
  value: text(),
  replaced: text(),
  item_id: text(),
  quote: text(),
  at: time(),
  broker_at: time(),
});

/** Tool calls of the agent. Kept. */
export const toolCalls = defineTable('tool_calls_v1', {
  tenant: word(),
  call_id: text(),
  event_id: text(),
  tool_call_id: text(),
  name: word(),
  args: text(),
  output: text(),
  is_error: flag(),
  duration_ms: float(),
  speech_id: text(),
  at: time(),
  broker_at: time(),
});

/** Searches of the knowledge base. Kept. */
export const knowledgeSearches = defineTable('knowledge_searches_v1', {
  tenant: word(),
  call_id: text(),
  event_id: text(),
  query: text(),
  category: word(),
  found: flag(),
  results: uint32(),
  sources: list(text()),
  duration_ms: nullable(float()),
  at: time(),
  broker_at: time(),
});
