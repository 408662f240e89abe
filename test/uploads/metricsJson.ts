import type { FactData } from '../../events/catalogue.ts';
import { defined, type Fields } from './fields.ts';

/** The SDKs' own metrics inside spans: snake_case and seconds in Python, camelCase and ms in JavaScript. */

type Names = Record<string, readonly [python: string, javascript: string]>;

const NAMES = {
  requestId: ['request_id', 'requestId'],
  duration: ['duration', 'durationMs'],
  ttft: ['ttft', 'ttftMs'],
  ttfb: ['ttfb', 'ttfbMs'],
  audio: ['audio_duration', 'audioDurationMs'],
  characters: ['characters_count', 'charactersCount'],
  prompt: ['prompt_tokens', 'promptTokens'],
  cached: ['prompt_cached_tokens', 'promptCachedTokens'],
  created: ['cache_creation_tokens', 'cacheCreationTokens'],
  reasoning: ['reasoning_tokens', 'reasoningTokens'],
  completion: ['completion_tokens', 'completionTokens'],
  total: ['total_tokens', 'totalTokens'],
  rate: ['tokens_per_second', 'tokensPerSecond'],
  input: ['input_tokens', 'inputTokens'],
  output: ['output_tokens', 'outputTokens'],
  provider: ['model_provider', 'modelProvider'],
  model: ['model_name', 'modelName'],
  usageCached: ['input_cached_tokens', 'inputCachedTokens'],
  acquire: ['acquire_time', 'acquireTimeMs'],
  reused: ['connection_reused', 'connectionReused'],
} as const satisfies Names;

type Name = keyof typeof NAMES;

function number(fields: Fields, name: Name): number | undefined {
  const [python, javascript] = NAMES[name];
  return fields.number(python) ?? fields.number(javascript);
}

function ms(fields: Fields, name: Name): number | undefined {
  const [python, javascript] = NAMES[name];
  return fields.seconds(python) ?? fields.number(javascript);
}

function text(fields: Fields, name: Name): string | undefined {
  const [python, javascript] = NAMES[name];
  return fields.text(python) ?? fields.text(javascript);
}

export function modelOf(fields: Fields): { provider: string | null; model: string | null } {
  return { provider: text(fields, 'provider') ?? null, model: text(fields, 'model') ?? null };
}

/** JavaScript stamps ms, Python seconds. */
function stamp(fields: Fields): number {
  const stated = fields.number('timestamp') ?? 0;
  return stated < 1e11 ? stated * 1_000 : stated;
}

function measured(fields: Fields) {
  const label = fields.text('label');
  const speechId = fields.text('speech_id') ?? fields.text('speechId');
  fields.any('type');
  return {
    ...modelOf(fields.object('metadata')),
    ...defined({ label, speechId }),
    requestId: text(fields, 'requestId') ?? '',
    endedAt: stamp(fields),
    durationMs: ms(fields, 'duration') ?? 0,
  };
}

export function llmMetrics(fields: Fields): FactData<'metrics.llm'> {
  const ttftMs = ms(fields, 'ttft');
  return {
    ...measured(fields),
    ttftMs: ttftMs === undefined || ttftMs < 0 ? null : ttftMs,
    cancelled: fields.flag('cancelled') ?? false,
    promptTokens: number(fields, 'prompt') ?? 0,
    cachedTokens: number(fields, 'cached') ?? 0,
    completionTokens: number(fields, 'completion') ?? 0,
    totalTokens: number(fields, 'total') ?? 0,
    tokensPerSecond: number(fields, 'rate') ?? null,
    ...defined({ cacheCreationTokens: number(fields, 'created'), reasoningTokens: number(fields, 'reasoning') }),
  };
}

export function ttsMetrics(fields: Fields): FactData<'metrics.tts'> {
  const ttfbMs = ms(fields, 'ttfb');
  const [reusedPython, reusedJavascript] = NAMES.reused;
  return {
    ...measured(fields),
    ttfbMs: ttfbMs === undefined || ttfbMs < 0 ? null : ttfbMs,
    audioDurationMs: ms(fields, 'audio') ?? 0,
    characters: number(fields, 'characters') ?? 0,
    cancelled: fields.flag('cancelled') ?? false,
    ...defined({
      streamed: fields.flag('streamed'),
      inputTokens: number(fields, 'input'),
      outputTokens: number(fields, 'output'),
      acquireMs: ms(fields, 'acquire'),
      connectionReused: fields.flag(reusedPython) ?? fields.flag(reusedJavascript),
    }),
  };
}

const KINDS = { llm_usage: 'llm', tts_usage: 'tts', stt_usage: 'stt' } as const;

/** One row of the report's usage. */
export function usageRow(fields: Fields): FactData<'usage.reported'>['models'][number] {
  const type = fields.text('type') ?? '';
  const kind = Object.entries(KINDS).find(([name]) => name === type)?.[1];
  if (!kind) throw new Error(`usage of an unknown type: ${type}`);
  return {
    kind,
    provider: fields.text('provider') ?? null,
    model: fields.text('model') ?? null,
    ...defined({
      inputTokens: number(fields, 'input'),
      cachedTokens: number(fields, 'usageCached'),
      outputTokens: number(fields, 'output'),
      characters: number(fields, 'characters'),
      audioDurationMs: ms(fields, 'audio'),
    }),
  };
}
