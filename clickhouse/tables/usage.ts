import { float, list, nullable, oneOf, text, uint32, uint64, word } from './columns.ts';
import { defineTable } from './define.ts';

/** Usage per call and model: as reported, and as believed with the reason. Kept. */
export const usage = defineTable('usage_v1', {
  tenant: word(),
  call_id: text(),
  version: uint64(),
  kind: word(),
  provider: word(),
  model: word(),
  reported_input_tokens: nullable(uint64()),
  reported_cached_tokens: nullable(uint64()),
  reported_output_tokens: nullable(uint64()),
  reported_characters: nullable(uint64()),
  reported_audio_ms: nullable(float()),
  believed_input_tokens: nullable(uint64()),
  believed_cached_tokens: nullable(uint64()),
  believed_output_tokens: nullable(uint64()),
  believed_characters: nullable(uint64()),
  believed_audio_ms: nullable(float()),
  unheard_output_tokens: nullable(uint64()),
  requests: uint32(),
  cancelled_requests: uint32(),
  notes: list(text()),
});

/** Values that cannot be true: stored, counted, and in no percentile. Kept. */
export const quarantined = defineTable('quarantined_v1', {
  tenant: word(),
  call_id: text(),
  version: uint64(),
  event_id: text(),
  field: word(),
  value: float(),
  reason: oneOf('over_60_s', 'negative', 'epoch', 'end_before_start', 'zeros'),
});
