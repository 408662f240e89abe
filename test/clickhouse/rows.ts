import type { RowOf } from '../../clickhouse/tables/define.ts';
import type { tables } from '../../clickhouse/tables/index.ts';

type Row<Name extends keyof typeof tables> = RowOf<(typeof tables)[Name]>;

/** A moment within every retention. */
export const T0 = Date.now() - 3_600_000;

export function eventRow(row: Partial<Row<'events'>> = {}): Row<'events'> {
  return {
    tenant: 'acme',
    call_id: 'call-1',
    event_id: 'acme.call-1.collector.a.1',
    type: 'item.committed',
    producer_kind: 'collector',
    producer_instance: 'a',
    seq: 1,
    at: T0,
    at_stated: null,
    broker_at: T0 + 5,
    final: true,
    known: true,
    payload: '{}',
    ...row,
  };
}

export function sessionRow(row: Partial<Row<'sessions'>> = {}): Row<'sessions'> {
  return {
    tenant: 'acme',
    call_id: 'call-1',
    version: 1,
    person_key: 'person-1',
    agent_name: 'ava',
    agent_version: '',
    config_version: '',
    channel: 'web',
    stt_model: '',
    llm_model: '',
    tts_model: '',
    region: '',
    status: 'ended',
    waiting: false,
    linked_to: '',
    listed: true,
    started_at: T0,
    ended_at: T0 + 60_000,
    duration_ms: 60_000,
    end_reason: 'caller_hung_up',
    ended_by: 'caller',
    turns: 3,
    caller_items: 3,
    agent_items: 4,
    interruptions: 0,
    errors: 0,
    fallbacks: 0,
    caller_talk_ms: 10_000,
    agent_talk_ms: null,
    last_caller_words: '',
    last_agent_words: '',
    last_agent_words_cut: '',
    cut_off: false,
    signals_known: 2,
    signals_asked: 11,
    lead_score: null,
    tier: 'none',
    hot: false,
    meetings: 0,
    cost: null,
    cost_currency: '',
    complete: true,
    emulated: [],
    last_event_at: T0 + 60_005,
    heartbeat_ms: 5_000,
    closing_event_id: '',
    ...row,
  };
}

export function turnRow(row: Partial<Row<'turns'>> = {}): Row<'turns'> {
  return {
    tenant: 'acme',
    call_id: 'call-1',
    version: 1,
    turn: 1,
    speech_ids: [],
    caller_item_ids: [],
    agent_item_ids: [],
    started_at: T0,
    anchor_at: null,
    heard_at: null,
    heard_ms: null,
    heard_basis: '',
    heard_caller_ms: null,
    eou_delay_ms: null,
    transcription_delay_ms: null,
    turn_hook_ms: null,
    llm_ttft_ms: null,
    tts_ttfb_ms: null,
    total_latency_ms: null,
    unexplained_ms: null,
    tool_calls: 0,
    model_calls: 1,
    interrupted: false,
    cancelled: false,
    excluded: '',
    ...row,
  };
}

export function partRow(row: Partial<Row<'turnParts'>> = {}): Row<'turnParts'> {
  return {
    tenant: 'acme',
    call_id: 'call-1',
    version: 1,
    turn: 1,
    position: 0,
    part: 'model',
    name: 'gpt',
    from_ms: 0,
    to_ms: 100,
    duration_ms: 100,
    ...row,
  };
}

export function bookRow(row: Partial<Row<'books'>> = {}): Row<'books'> {
  return {
    tenant: 'acme',
    call_id: 'call-1',
    producer_kind: 'collector',
    producer_instance: 'a',
    version: 1,
    published: 10,
    stored: 8,
    dead_lettered: 1,
    declared_gaps: 1,
    missing: [],
    state: 'balanced',
    closed_by: 'self',
    ...row,
  };
}

export function resultRow(row: Partial<Row<'analysisResults'>> = {}): Row<'analysisResults'> {
  return {
    tenant: 'acme',
    call_id: 'call-1',
    analyser: 'lead_score',
    analyser_version: 1,
    engine: 'rules',
    version: 1,
    confidence: 'low',
    result: '{"score":10}',
    ...row,
  };
}

export function leadRow(row: Partial<Row<'leads'>> = {}): Row<'leads'> {
  return {
    tenant: 'acme',
    person_key: 'person-1',
    version: 1n,
    name: 'Ada',
    email: 'ada@example.com',
    company: 'Acme',
    phone: '',
    last_call_id: 'call-1',
    last_call_at: T0,
    lead_score: null,
    tier: 'none',
    ...row,
  };
}

export function deadLetterRow(row: Partial<Row<'deadLetters'>> = {}): Row<'deadLetters'> {
  return {
    tenant: 'acme',
    call_id: 'call-1',
    event_id: 'acme.call-1.collector.a.7',
    letter_seq: 1,
    producer_kind: 'collector',
    producer_instance: 'a',
    seq: 7,
    subject: 'events.acme.call-1.item.committed',
    stage: 'ingest',
    code: 'malformed_json',
    field: '',
    reason: 'not JSON',
    tries: 3,
    state: 'dead',
    bytes: 12,
    at: T0,
    version: 1,
    ...row,
  };
}

export function transcriptRow(row: Partial<Row<'transcripts'>> = {}): Row<'transcripts'> {
  return {
    tenant: 'acme',
    call_id: 'call-1',
    event_id: 'acme.call-1.collector.a.2',
    item_id: 'item-1',
    role: 'user',
    text: 'we are twelve people',
    at: T0,
    started_speaking_at: null,
    stopped_speaking_at: null,
    interrupted: false,
    cut_off: '',
    confidence: 0.5,
    language: 'en',
    speech_id: '',
    broker_at: T0 + 5,
    ...row,
  };
}

export function signalRow(row: Partial<Row<'signals'>> = {}): Row<'signals'> {
  return {
    tenant: 'acme',
    call_id: 'call-1',
    event_id: 'acme.call-1.collector.a.4',
    name: 'team_size',
    value: '12',
    replaced: '',
    item_id: 'item-1',
    quote: 'we are twelve people',
    at: T0,
    broker_at: T0 + 5,
    ...row,
  };
}

export function metricRow(row: Partial<Row<'metrics'>> = {}): Row<'metrics'> {
  return {
    tenant: 'acme',
    call_id: 'call-1',
    event_id: 'acme.call-1.collector.a.3',
    metric: 'llm',
    at: T0,
    speech_id: '',
    request_id: '',
    provider: 'openai',
    model: 'gpt',
    label: '',
    cancelled: false,
    duration_ms: 1,
    eou_delay_ms: null,
    transcription_delay_ms: null,
    turn_hook_ms: null,
    ttft_ms: 1.25,
    ttfb_ms: null,
    audio_ms: null,
    prompt_tokens: 10,
    cached_tokens: null,
    completion_tokens: 5,
    tokens_per_second: null,
    characters: null,
    broker_at: T0 + 5,
    ...row,
  };
}
