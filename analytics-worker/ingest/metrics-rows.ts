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
        ...measured(fact.data),
        ttft_ms: fact.data.ttftMs,
        prompt_tokens: fact.data.promptTokens,
        cached_tokens: fact.data.cachedTokens,
        completion_tokens: fact.data.completionTokens,
        tokens_per_second: fact.data.tokensPerSecond,
      };
    case 'metrics.tts':
      return {
        metric: 'tts',
        ...measured(fact.data),
        ttfb_ms: fact.data.ttfbMs,
        audio_ms: fact.data.audioDurationMs,
        characters: fact.data.characters,
      };
    case 'metrics.stt':
      return {
        metric: 'stt',
        ...measured(fact.data),
        audio_ms: fact.data.audioDurationMs,
      };
    case 'metrics.realtime':
      return {
        metric: 'realtime',
        ...measured(fact.data),
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

type Measured = {
  requestId: string;
  provider: string | null;
  model: string | null;
  label?: string | undefined;
  durationMs: number;
  speechId?: string | undefined;
  cancelled?: boolean;
};

function measured(data: Measured) {
  return {
    speech_id: data.speechId ?? '',
    request_id: data.requestId,
    provider: data.provider ?? '',
    model: data.model ?? '',
    label: data.label ?? '',
    cancelled: data.cancelled ?? false,
    duration_ms: data.durationMs,
  };
}
