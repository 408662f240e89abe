import type { FactData } from '../../events/catalogue.ts';
import { agentStates, callerStates } from '../../events/types/transcript.ts';
import type { Span } from './decode.ts';
import { defined, type Fields } from './fields.ts';
import { llmMetrics, ttsMetrics } from './metricsJson.ts';
import type { Out } from './out.ts';
import { endReasonOf } from './reasons.ts';

/** One span → its facts. Pure per span: spans come in any order, children before their parents. */
export function mapSpan(out: Out, span: Span): void {
  const fields = out.fields(`span ${span.name}`, span.attributes);
  const map = mappers[span.name];
  if (map) map(out, span, fields);
  else keepWhole(out, span, fields);
  if (span.error !== undefined) raise(out, span, span.error);
}

type Mapper = (out: Out, span: Span, fields: Fields) => void;

const mappers: Record<string, Mapper> = {
  start_agent_activity: (out, span, fields) =>
    out.span(span, 'call.started', {
      startedAt: span.startAt,
      agent: {
        name: fields.text('lk.agent_name') ?? fields.text('gen_ai.agent.name') ?? '',
        ...defined({ label: fields.text('lk.agent_label') }),
      },
      sdk: { name: `livekit-agents ${String(span.resource['telemetry.sdk.language'])}` },
      channel: 'unknown',
      models: { llm: requested(fields) },
    }),
  user_speaking: (out, span, fields) => {
    out.span(span, 'caller.state', { from: 'listening', to: 'speaking' }, '/start', span.startAt);
    out.span(span, 'caller.state', { from: 'speaking', to: 'listening' }, '/end');
    addParticipant(out, span, fields);
  },
  agent_speaking: (out, span, fields) => {
    out.span(span, 'agent.state', { from: 'listening', to: 'speaking' }, '/start', span.startAt);
    out.span(span, 'agent.state', { from: 'speaking', to: 'listening' }, '/end');
    out.span(span, 'playout.started', { startedAt: span.startAt }, '/playout', span.startAt);
    addAgent(fields);
  },
  user_turn: mapUserTurn,
  agent_turn: mapAgentTurn,
  llm_request: (out, span, fields) => {
    const finishReasons = fields.list('gen_ai.response.finish_reasons').map(String);
    out.span(span, 'metrics.llm', { ...llmMetrics(fields.object('lk.llm_metrics')), finishReasons });
  },
  tts_request: (out, span, fields) => {
    const label = fields.text('lk.tts.label');
    const streamed = fields.flag('lk.tts.streaming');
    out.span(span, 'metrics.tts', { ...defined({ label, streamed }), ...ttsMetrics(fields.object('lk.tts_metrics')) });
  },
  function_tool: (out, span, fields) =>
    out.span(span, 'tool.executed', {
      toolCallId: fields.text('gen_ai.tool.call.id') ?? '',
      name: fields.text('gen_ai.tool.name') ?? '',
      args: fields.text('lk.pii.function_tool.arguments') ?? '',
      startedAt: span.startAt,
      endedAt: span.endAt,
      durationMs: span.endAt - span.startAt,
      isError: fields.flag('lk.function_tool.is_error') ?? false,
      ...defined({ output: fields.text('lk.pii.function_tool.output') }),
    }),
  eou_detection: (out, span, fields) => {
    const delay = fields.number('lk.eou.endpointing_delay');
    out.span(span, 'metrics.eot', {
      probability: fields.number('lk.eou.probability') ?? 0,
      inferenceMs: span.endAt - span.startAt,
      ...defined({
        threshold: fields.number('lk.eou.unlikely_threshold'),
        endpointingDelayMs: delay === undefined ? undefined : inMs(span, delay),
        language: fields.text('lk.eou.language'),
        source: fields.text('lk.eou.source'),
        fromCache: fields.flag('lk.eou.from_cache'),
      }),
    });
  },
  session_close: (out, span, fields) => {
    const detail = fields.text('lk.close_reason');
    out.span(
      span,
      'call.ended',
      { endedAt: span.startAt, ...endReasonOf(detail), ...defined({ detail }) },
      '/ended',
      span.startAt,
    );
    keepWhole(out, span, fields);
  },
  agent_session: mapSession,
  room_connect: (out, span, fields) => {
    const room = defined({ name: fields.text('lk.pii.room_name'), sid: fields.text('lk.room_sid') });
    out.span(span, 'call.updated', { room }, '/room');
    addAgent(fields);
    keepWhole(out, span, fields);
  },
  wait_for_participant: (out, span, fields) => {
    addParticipant(out, span, fields);
    keepWhole(out, span, fields);
  },
};

/** Steps of a session that no type has fields for: kept with all that they say. */
function keepWhole(out: Out, span: Span, fields: Fields): void {
  const events = span.events.map(({ name, at, attributes }) => ({ name, at, ...attributes }));
  const values = {
    startedAt: span.startAt,
    durationMs: span.endAt - span.startAt,
    ...fields.rest(),
    ...(events.length > 0 ? { events } : {}),
  };
  out.span(span, 'metrics.other', { metric: `span.${span.name}`, values });
}

function raise(out: Out, span: Span, message: string): void {
  const source = span.name.startsWith('llm')
    ? 'llm'
    : span.name.startsWith('tts')
      ? 'tts'
      : span.name === 'function_tool'
        ? 'tool'
        : 'session';
  out.span(span, 'error.raised', { source, message: message || span.name, recoverable: true }, '/error');
}

/** Python states seconds, JavaScript ms. */
function inMs(span: Span, value: number): number {
  return span.resource['telemetry.sdk.language'] === 'python' ? value * 1_000 : value;
}

function requested(fields: Fields): { provider: string | null; model: string | null } {
  return { provider: fields.text('gen_ai.provider.name') ?? null, model: fields.text('gen_ai.request.model') ?? null };
}

function mapUserTurn(out: Out, span: Span, fields: Fields): void {
  const delay = (name: string) => {
    const value = fields.number(name);
    return value === undefined ? undefined : inMs(span, value);
  };
  out.span(span, 'item.committed', {
    itemId: `span-${span.spanId}`,
    role: 'user',
    text: fields.text('lk.pii.user_transcript') ?? '',
    createdAt: span.endAt,
    startedSpeakingAt: span.startAt,
    interrupted: false,
    models: { stt: requested(fields) },
    ...defined({ confidence: fields.number('lk.transcript_confidence') }),
    reported: defined({
      transcriptionDelayMs: delay('lk.transcription_delay'),
      endOfTurnDelayMs: delay('lk.end_of_turn_delay'),
    }),
  });
  addParticipant(out, span, fields);
  const heard = defined({ requestIds: fields.any('lk.provider_request_ids'), events: fields.any('lk.stt.events') });
  out.span(span, 'metrics.other', { metric: 'recognition', values: heard }, '/recognition');
}

function mapAgentTurn(out: Out, span: Span, fields: Fields): void {
  const speechId = fields.text('lk.speech_id') ?? '';
  const interrupted = fields.flag('lk.interrupted') ?? false;
  const text = fields.text('lk.pii.response.text') ?? '';
  const steps = fields.number('lk.generation_count');
  const queueWaitMs = fields.seconds('lk.speech.queue_wait');
  out.span(
    span,
    'speech.finished',
    { speechId, interrupted, itemIds: [], ...defined({ steps, queueWaitMs }) },
    '/finished',
  );
  const reported: FactData<'item.committed'>['reported'] = defined({ e2eMs: fields.seconds('lk.e2e_latency') });
  addAgent(fields);
  if (text === '') return;
  const item = { itemId: `span-${span.spanId}`, role: 'assistant' as const, text, createdAt: span.startAt };
  out.span(span, 'item.committed', { ...item, interrupted, speechId, reported });
}

/** The states over the whole session come with its end, from Python; they say more than the spans of speaking. */
function mapSession(out: Out, span: Span, fields: Fields): void {
  const others = span.events.filter((event, index) => !addState(out, span, event, index));
  const name = fields.text('lk.pii.room_name');
  const sid = fields.text('lk.room_sid') ?? fields.text('room_id');
  out.span(span, 'call.updated', { room: defined({ name, sid }) }, '/room');
  out.span(span, 'call.ended', { endedAt: span.endAt, reason: 'unknown', by: 'unknown' }, '/ended');
  keepWhole(out, { ...span, events: others }, fields);
}

function addState(out: Out, span: Span, event: Span['events'][number], index: number): boolean {
  const [from, to] = [event.attributes['lk.old_state'], event.attributes['lk.new_state']];
  const among = <State extends string>(states: readonly State[], value: unknown) =>
    states.find((state) => state === value);
  if (event.name === 'agent_state_changed') {
    const [a, b] = [among(agentStates, from), among(agentStates, to)];
    if (a && b) out.span(span, 'agent.state', { from: a, to: b }, `/state/${index}`, event.at);
    return a !== undefined && b !== undefined;
  }
  if (event.name !== 'user_state_changed') return false;
  const [a, b] = [among(callerStates, from), among(callerStates, to)];
  if (a && b) out.span(span, 'caller.state', { from: a, to: b }, `/state/${index}`, event.at);
  return a !== undefined && b !== undefined;
}

function addParticipant(out: Out, span: Span, fields: Fields): void {
  const participant = defined({
    id: fields.text('lk.pii.participant_identity'),
    kind: fields.text('lk.participant_kind'),
    sid: fields.text('lk.participant_id'),
  });
  out.span(span, 'call.updated', { participant }, '/participant', span.startAt);
}

/** The agent's own participant: its identity is `agent-<call>`, which every fact says. */
function addAgent(fields: Fields): void {
  for (const name of ['lk.participant_id', 'lk.pii.participant_identity', 'lk.participant_kind']) fields.any(name);
}
