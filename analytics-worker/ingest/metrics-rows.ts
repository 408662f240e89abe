import type { MappedRow } from '../store/mapped.ts';
import type { Fact } from '../../events/catalogue.ts';

type Key = { tenant: string; call_id: string; event_id: string; at: number; broker_at: number };

const EMPTY = {
  speech_id: '',
  request_id: '',
  provider: '',
  model: '',
  label: '',
  cancelled: false,
  duration_ms: null,
  eou_delay_ms: null,
  transcription_delay_ms: null,
  turn_hook_ms: null,
  ttft_ms: null,
  ttfb_ms: null,
  audio_ms: null,
  prompt_tokens: null,
  cached_tokens: null,
  completion_tokens: null,
  tokens_per_second: null,
  characters: null,
};

/** A measurement as the SDK reported it; undefined for facts that measure nothing. */
export function metricRow(fact: Fact, key: Key): MappedRow | undefined {
  const columns = metricColumns(fact);
  return columns && { table: 'metrics', row: { ...EMPTY, ...key, ...columns } };
}

function metricColumns(fact: Fact) {
  switch (fact.type) {
    case 'metrics.eou':
      return {
        metric: 'eou',
        speech_id: fact.data.speechId ?? '',
        eou_delay_ms: fact.data.endOfUtteranceDelayMs,
        transcription_delay_ms: fact.data.transcriptionDelayMs,
        turn_hook_ms: fact.data.turnHookMs,
      };
    case 'metrics.eot':
      return { metric: 'eot', duration_ms: fact.data.inferenceMs ?? null };
    case 'metrics.llm':
      return {
        metric: 'llm',
        ...origin(fact.data),
        speech_id: fact.data.speechId ?? '',
        cancelled: fact.data.cancelled,
        duration_ms: fact.data.durationMs,
        ttft_ms: fact.data.ttftMs,
        prompt_tokens: fact.data.promptTokens,
        cached_tokens: fact.data.cachedTokens,
        completion_tokens: fact.data.completionTokens,
        tokens_per_second: fact.data.tokensPerSecond,
      };
    case 'metrics.tts':
      return {
        metric: 'tts',
        ...origin(fact.data),
        speech_id: fact.data.speechId ?? '',
        cancelled: fact.data.cancelled,
        duration_ms: fact.data.durationMs,
        ttfb_ms: fact.data.ttfbMs,
        audio_ms: fact.data.audioDurationMs,
        characters: fact.data.characters,
      };
    case 'metrics.stt':
      return {
        metric: 'stt',
        ...origin(fact.data),
        duration_ms: fact.data.durationMs,
        audio_ms: fact.data.audioDurationMs,
      };
    case 'metrics.realtime':
      return {
        metric: 'realtime',
        ...origin(fact.data),
        cancelled: fact.data.cancelled,
        duration_ms: fact.data.durationMs,
        ttft_ms: fact.data.ttftMs,
        prompt_tokens: fact.data.inputTokens,
        cached_tokens: fact.data.cachedTokens ?? null,
        completion_tokens: fact.data.outputTokens,
      };
    case 'metrics.other':
      return { metric: 'other', label: fact.data.metric };
    default:
      return undefined;
  }
}

function origin(data: {
  requestId: string;
  provider: string | null;
  model: string | null;
  label?: string | undefined;
}) {
  return {
    request_id: data.requestId,
    provider: data.provider ?? '',
    model: data.model ?? '',
    label: data.label ?? '',
  };
}
