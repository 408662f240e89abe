import type { metrics } from '@livekit/agents';
import type { FactData, FactType } from '../../../events/catalogue.ts';
import type { Clock } from '../../../lib/clock.ts';
import { count, defined, label, number, onClock, orNull } from './values.ts';
import type { Watch } from './watch.ts';

/** Every measurement of the SDK as it reports it, also those that are wrong: correcting them is the worker's. */
export function watchMetrics({ on, publish, clock }: Watch): void {
  on('metrics_collected', (event) => {
    const fact = metricFact(event.metrics, clock);
    publish(fact.type, fact.data);
  });
}

type MetricFact = { [Type in FactType & `metrics.${string}`]: { type: Type; data: FactData<Type> } }[FactType &
  `metrics.${string}`];

export function metricFact(metric: metrics.AgentMetrics, clock: Clock): MetricFact {
  switch (metric.type) {
    case 'eou_metrics':
      return { type: 'metrics.eou', data: eou(metric, clock) };
    case 'llm_metrics':
      return { type: 'metrics.llm', data: llm(metric, clock) };
    case 'tts_metrics':
      return { type: 'metrics.tts', data: tts(metric, clock) };
    case 'stt_metrics':
      return { type: 'metrics.stt', data: stt(metric, clock) };
    case 'realtime_model_metrics':
      return { type: 'metrics.realtime', data: realtime(metric, clock) };
    default: {
      const { type, ...values } = metric;
      return { type: 'metrics.other', data: { metric: label(type), values } };
    }
  }
}

function eou(metric: metrics.EOUMetrics, clock: Clock): FactData<'metrics.eou'> {
  return {
    endOfUtteranceDelayMs: number(metric.endOfUtteranceDelayMs),
    transcriptionDelayMs: number(metric.transcriptionDelayMs),
    turnHookMs: number(metric.onUserTurnCompletedDelayMs),
    lastSpeakingAt:
      metric.lastSpeakingTimeMs > 0 ? onClock(clock, metric.lastSpeakingTimeMs) : number(metric.lastSpeakingTimeMs),
    ...defined({ speechId: metric.speechId }),
  };
}

function llm(metric: metrics.LLMMetrics, clock: Clock): FactData<'metrics.llm'> {
  return {
    ...measured(metric, clock),
    ...defined({ speechId: metric.speechId }),
    ttftMs: orNull(metric.ttftMs),
    cancelled: metric.cancelled,
    promptTokens: count(metric.promptTokens),
    cachedTokens: count(metric.promptCachedTokens),
    completionTokens: count(metric.completionTokens),
    totalTokens: count(metric.totalTokens),
    tokensPerSecond: orNull(metric.tokensPerSecond),
  };
}

function tts(metric: metrics.TTSMetrics, clock: Clock): FactData<'metrics.tts'> {
  return {
    ...measured(metric, clock),
    ...defined({ speechId: metric.speechId }),
    ttfbMs: orNull(metric.ttfbMs),
    audioDurationMs: number(metric.audioDurationMs),
    characters: count(metric.charactersCount),
    cancelled: metric.cancelled,
    streamed: metric.streamed,
  };
}

function stt(metric: metrics.STTMetrics, clock: Clock): FactData<'metrics.stt'> {
  return {
    ...measured(metric, clock),
    audioDurationMs: number(metric.audioDurationMs),
    streamed: metric.streamed,
  };
}

function realtime(metric: metrics.RealtimeModelMetrics, clock: Clock): FactData<'metrics.realtime'> {
  return {
    ...measured(metric, clock),
    endedAt: onClock(clock, metric.timestamp) + Math.max(0, number(metric.durationMs)),
    ttftMs: orNull(metric.ttftMs),
    cancelled: metric.cancelled,
    inputTokens: count(metric.inputTokens),
    outputTokens: count(metric.outputTokens),
    totalTokens: count(metric.totalTokens),
    inputAudioTokens: count(metric.inputTokenDetails.audioTokens),
    outputAudioTokens: count(metric.outputTokenDetails.audioTokens),
    cachedTokens: count(metric.inputTokenDetails.cachedTokens),
  };
}

type Measured = metrics.LLMMetrics | metrics.TTSMetrics | metrics.STTMetrics | metrics.RealtimeModelMetrics;

function measured(metric: Measured, clock: Clock) {
  const { modelProvider, modelName } = metric.metadata ?? {};
  return {
    provider: modelProvider ? label(modelProvider) : null,
    model: modelName ? label(modelName) : null,
    label: label(metric.label),
    requestId: label(metric.requestId),
    endedAt: onClock(clock, metric.timestamp),
    durationMs: number(metric.durationMs),
  };
}
