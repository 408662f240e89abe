import { flag, float, list, nullable, oneOf, text, time, uint16, uint32, uint64, word } from './columns.ts';
import { defineTable } from './define.ts';

/** Exchanges with what the caller waited for. Kept. */
export const turns = defineTable('turns_v1', {
  tenant: word(),
  call_id: text(),
  version: uint64(),
  turn: uint32(),
  speech_ids: list(text()),
  caller_item_ids: list(text()),
  agent_item_ids: list(text()),
  started_at: time(),
  anchor_at: nullable(time()),
  heard_at: nullable(time()),
  heard_ms: nullable(float()),
  heard_basis: oneOf('agent_playout', 'modelled', 'audio', 'caller_page', ''),
  heard_caller_ms: nullable(float()),
  eou_delay_ms: nullable(float()),
  transcription_delay_ms: nullable(float()),
  turn_hook_ms: nullable(float()),
  llm_ttft_ms: nullable(float()),
  tts_ttfb_ms: nullable(float()),
  total_latency_ms: nullable(float()),
  unexplained_ms: nullable(float()),
  tool_calls: uint16(),
  model_calls: uint16(),
  interrupted: flag(),
  cancelled: flag(),
  excluded: word(),
});

/** The waterfall of each turn. Kept. */
export const turnParts = defineTable('turn_parts_v1', {
  tenant: word(),
  call_id: text(),
  version: uint64(),
  turn: uint32(),
  position: uint16(),
  part: word(),
  name: text(),
  from_ms: float(),
  to_ms: float(),
  duration_ms: float(),
});
