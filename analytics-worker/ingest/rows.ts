import type { MappedRow } from '../store/mapped.ts';
import { isFactType, type Fact, type FactOf } from '../../events/catalogue.ts';
import type { Envelope } from '../../events/envelope.ts';
import type { TimedEvent } from './time.ts';
import { metricRow } from './metrics-rows.ts';

/**
 * Event → rows: the one home of this mapping. Every event is a row of `events_v1`; those that people ask for by SQL are
 * a row of a table of their own as well.
 */
export function mapEvent(event: Envelope | Fact, known: boolean, timed: TimedEvent): MappedRow[] {
  const own = known && isFactType(event.type) ? ownRow(event as Fact, timed) : undefined;
  return own ? [rawRow(event, known, timed), own] : [rawRow(event, known, timed)];
}

/** What a fact's own table shares with all others. */
function keys(fact: Fact, { at, brokerAt }: TimedEvent) {
  return { tenant: fact.tenant, call_id: fact.call, event_id: fact.id, at, broker_at: brokerAt };
}

function rawRow(event: Envelope | Fact, known: boolean, timed: TimedEvent): MappedRow {
  return {
    table: 'events',
    row: {
      tenant: event.tenant,
      call_id: event.call,
      event_id: event.id,
      type: event.type,
      producer_kind: event.producer.kind,
      producer_instance: event.producer.instance,
      seq: event.producer.seq ?? null,
      at: timed.at,
      at_stated: timed.atStated,
      broker_at: timed.brokerAt,
      final: event.final ?? true,
      known,
      payload: JSON.stringify(event),
    },
  };
}

function ownRow(fact: Fact, timed: TimedEvent): MappedRow | undefined {
  const key = keys(fact, timed);
  switch (fact.type) {
    case 'item.committed':
      return { table: 'transcripts', row: { ...key, ...itemColumns(fact.data) } };
    case 'signal.recorded':
      return { table: 'signals', row: { ...key, ...signalColumns(fact.data) } };
    case 'tool.executed':
      return {
        table: 'toolCalls',
        row: { ...key, at: storable(fact.data.startedAt) ?? timed.at, ...toolColumns(fact.data) },
      };
    case 'knowledge.searched':
      return { table: 'knowledgeSearches', row: { ...key, ...searchColumns(fact.data) } };
    case 'connection.sampled':
      return { table: 'qualitySamples', row: { ...key, ...sampleColumns(fact.data) } };
    case 'error.raised':
      return { table: 'errors', row: { ...key, kind: 'error', ...errorColumns(fact.data) } };
    case 'fallback.switched':
    case 'producer.degraded':
      return { table: 'errors', row: { ...key, ...degradedColumns(fact) } };
    case 'transcript.read':
      return { table: 'access', row: { ...key, ...readColumns(fact.data) } };
    default:
      return metricRow(fact, key);
  }
}

function itemColumns(item: FactOf<'item.committed'>['data']) {
  return {
    item_id: item.itemId,
    role: item.role,
    text: item.text,
    started_speaking_at: storable(item.startedSpeakingAt),
    stopped_speaking_at: storable(item.stoppedSpeakingAt),
    interrupted: item.interrupted,
    cut_off: item.cutOff ?? ('' as const),
    confidence: item.confidence ?? null,
    language: item.language ?? '',
    speech_id: item.speechId ?? '',
  };
}

function signalColumns(signal: FactOf<'signal.recorded'>['data']) {
  return {
    name: signal.name,
    value: JSON.stringify(signal.value ?? null),
    replaced: signal.replaced === undefined ? '' : JSON.stringify(signal.replaced),
    item_id: signal.itemId ?? '',
    quote: signal.quote ?? '',
  };
}

function toolColumns(tool: FactOf<'tool.executed'>['data']) {
  return {
    tool_call_id: tool.toolCallId,
    name: tool.name,
    args: tool.args,
    output: tool.output ?? '',
    is_error: tool.isError,
    duration_ms: tool.durationMs,
    speech_id: tool.speechId ?? '',
  };
}

function searchColumns(search: FactOf<'knowledge.searched'>['data']) {
  return {
    query: search.query,
    category: search.category ?? '',
    found: search.found,
    results: search.results,
    sources: search.sources,
    duration_ms: search.durationMs ?? null,
  };
}

function sampleColumns(sample: FactOf<'connection.sampled'>['data']) {
  return {
    side: sample.side ?? ('agent' as const),
    quality: sample.quality,
    packet_loss_percent: sample.packetLossPercent,
    jitter_ms: sample.jitterMs,
    rtt_ms: sample.rttMs,
    bytes_in: sample.bytesIn,
    bytes_out: sample.bytesOut,
    reconnections: sample.reconnections,
  };
}

function errorColumns(error: FactOf<'error.raised'>['data']) {
  return {
    source: error.source,
    message: error.message,
    recoverable: error.recoverable,
    component: error.label ?? '',
  };
}

function degradedColumns(fact: FactOf<'fallback.switched'> | FactOf<'producer.degraded'>) {
  if (fact.type === 'producer.degraded') {
    const message = `${fact.data.what}: ${fact.data.detail}`;
    return { kind: 'degraded' as const, source: 'collector', message, recoverable: true, component: '' };
  }
  const { available, kind, component, active } = fact.data;
  const message = `${component} is ${available ? 'available again' : 'not available'}${active ? `, ${active} is used` : ''}`;
  return { kind: 'fallback' as const, source: kind, message, recoverable: true, component };
}

function readColumns(read: FactOf<'transcript.read'>['data']) {
  return {
    what: read.what,
    read_by: read.by,
    read_by_kind: read.kind,
    read_by_id: read.id,
    role: read.role,
    request_id: read.requestId,
  };
}

/** Epoch ms between 1973 and 2286; the store cannot hold others. The value itself stays in the raw event. */
function storable(at: number | undefined): number | null {
  return at !== undefined && at >= 1e11 && at <= 1e13 ? at : null;
}
