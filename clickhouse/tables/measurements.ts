import { flag, float, nullable, oneOf, text, time, uint32, uint64, word } from './columns.ts';
import { defineTable } from './define.ts';

/** Raw measurements as the SDK reported them. Kept 1 year. */
export const metrics = defineTable('metrics_v1', {
  tenant: word(),
  call_id: text(),
  event_id: text(),
  metric: word(),
  at: time(),
  speech_id: text(),
  request_id: text(),
  provider: word(),
  model: word(),
  label: word(),
  cancelled: flag(),
  duration_ms: nullable(float()),
  eou_delay_ms: nullable(float()),
  transcription_delay_ms: nullable(float()),
  turn_hook_ms: nullable(float()),
  ttft_ms: nullable(float()),
  ttfb_ms: nullable(float()),
  audio_ms: nullable(float()),
  prompt_tokens: nullable(uint32()),
  cached_tokens: nullable(uint32()),
  completion_tokens: nullable(uint32()),
  tokens_per_second: nullable(float()),
  characters: nullable(uint32()),
  broker_at: time(),
});

/** Connection quality through the call. Kept 1 year. */
export const qualitySamples = defineTable('quality_samples_v1', {
  tenant: word(),
  call_id: text(),
  event_id: text(),
  side: oneOf('agent', 'caller'),
  quality: word(),
  packet_loss_percent: nullable(float()),
  jitter_ms: nullable(float()),
  rtt_ms: nullable(float()),
  bytes_in: nullable(uint64()),
  bytes_out: nullable(uint64()),
  reconnections: uint32(),
  at: time(),
  broker_at: time(),
});
