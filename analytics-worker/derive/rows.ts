import type { MappedRow } from '../store/mapped.ts';
import type {
  Book,
  CallConclusions,
  Lead,
  LeadScore,
  SessionConclusion,
  Turn,
  UsageConclusion,
} from '../conclusions/types.ts';

type Key = { tenant: string; call_id: string; version: number };

/**
 * Conclusions → rows. Every row carries the number of distinct rows read as its replacing version, so that a slower worker
 * that saw less never wins.
 */
export function conclusionRows(tenant: string, call: string, conclusions: CallConclusions): MappedRow[] {
  const { session, turns, parts, usage, quarantined, leadScore, lead, books, read } = conclusions;
  const key: Key = { tenant, call_id: call, version: read };
  return [
    ...turns.map((turn): MappedRow => ({
      table: 'turns',
      row: { ...key, ...turnColumns(turn) },
    })),
    ...parts.map(({ turn, position, part, name, fromMs, toMs, durationMs }): MappedRow => ({
      table: 'turnParts',
      row: {
        ...key,
        turn,
        position,
        part,
        name,
        from_ms: fromMs,
        to_ms: toMs,
        duration_ms: durationMs,
      },
    })),
    ...usage.map((used): MappedRow => ({
      table: 'usage',
      row: { ...key, ...usageColumns(used) },
    })),
    ...quarantined.map(({ eventId, field, value, reason }): MappedRow => ({
      table: 'quarantined',
      row: { ...key, event_id: eventId, field, value, reason },
    })),
    ...books.map((book): MappedRow => ({
      table: 'books',
      row: { ...key, ...bookColumns(book) },
    })),
    ...(leadScore ? [leadScoreRow(key, leadScore)] : []),
    ...(session.listed ? [leadRow(tenant, lead, read)] : []),
    { table: 'sessions', row: { ...key, ...sessionColumns(session) } },
  ];
}

function sessionColumns(session: SessionConclusion) {
  return {
    person_key: session.personKey,
    agent_name: session.agentName,
    agent_version: session.agentVersion,
    config_version: session.configVersion,
    channel: session.channel,
    stt_model: session.sttModel,
    llm_model: session.llmModel,
    tts_model: session.ttsModel,
    region: session.region,
    status: session.status,
    waiting: session.waiting,
    linked_to: session.linkedTo,
    listed: session.listed,
    started_at: session.startedAt,
    ended_at: session.endedAt,
    duration_ms: session.durationMs,
    end_reason: session.endReason,
    ended_by: session.endedBy,
    turns: session.turns,
    caller_items: session.callerItems,
    agent_items: session.agentItems,
    interruptions: session.interruptions,
    errors: session.errors,
    fallbacks: session.fallbacks,
    caller_talk_ms: session.callerTalkMs,
    agent_talk_ms: session.agentTalkMs,
    last_caller_words: session.lastCallerWords,
    last_agent_words: session.lastAgentWords,
    last_agent_words_cut: session.lastAgentWordsCut,
    cut_off: session.cutOff,
    signals_known: session.signalsKnown,
    signals_asked: session.signalsAsked,
    lead_score: session.leadScore,
    tier: session.tier,
    hot: session.hot,
    meetings: session.meetings,
    cost: session.cost?.amount ?? null,
    cost_currency: session.cost?.currency ?? '',
    complete: session.complete,
    emulated: session.emulated,
    last_event_at: session.lastEventAt,
    heartbeat_ms: session.heartbeatMs,
    closing_event_id: session.closingEventId,
  };
}

function turnColumns(turn: Turn) {
  return {
    turn: turn.turn,
    speech_ids: turn.speechIds,
    caller_item_ids: turn.callerItemIds,
    agent_item_ids: turn.agentItemIds,
    started_at: turn.startedAt,
    anchor_at: turn.anchorAt,
    heard_at: turn.heardAt,
    heard_ms: turn.heardMs,
    heard_basis: turn.heardBasis,
    heard_caller_ms: turn.heardCallerMs,
    eou_delay_ms: turn.eouDelayMs,
    transcription_delay_ms: turn.transcriptionDelayMs,
    turn_hook_ms: turn.turnHookMs,
    llm_ttft_ms: turn.llmTtftMs,
    tts_ttfb_ms: turn.ttsTtfbMs,
    total_latency_ms: turn.totalLatencyMs,
    unexplained_ms: turn.unexplainedMs,
    tool_calls: turn.toolCalls,
    model_calls: turn.modelCalls,
    interrupted: turn.interrupted,
    cancelled: turn.cancelled,
    excluded: turn.excluded,
  };
}

function usageColumns(usage: UsageConclusion) {
  return {
    kind: usage.kind,
    provider: usage.provider,
    model: usage.model,
    reported_input_tokens: usage.reportedInputTokens,
    reported_cached_tokens: usage.reportedCachedTokens,
    reported_output_tokens: usage.reportedOutputTokens,
    reported_characters: usage.reportedCharacters,
    reported_audio_ms: usage.reportedAudioMs,
    believed_input_tokens: usage.believedInputTokens,
    believed_cached_tokens: usage.believedCachedTokens,
    believed_output_tokens: usage.believedOutputTokens,
    believed_characters: usage.believedCharacters,
    believed_audio_ms: usage.believedAudioMs,
    unheard_output_tokens: usage.unheardOutputTokens,
    requests: usage.requests,
    cancelled_requests: usage.cancelledRequests,
    notes: usage.notes,
  };
}

function bookColumns(book: Book) {
  return {
    producer_kind: book.producerKind,
    producer_instance: book.producerInstance,
    published: book.published,
    stored: book.stored,
    dead_lettered: book.deadLettered,
    declared_gaps: book.declaredGaps,
    missing: book.missing,
    state: book.state,
    closed_by: book.closedBy,
  };
}

function leadScoreRow(key: Key, leadScore: LeadScore): MappedRow {
  const { version: analyserVersion, confidence } = leadScore;
  return {
    table: 'analysisResults',
    row: {
      ...key,
      analyser: 'lead_score',
      analyser_version: analyserVersion,
      engine: 'rules',
      confidence,
      result: JSON.stringify(leadScore),
    },
  };
}

/** The newest call wins; of one call the fullest reading. */
function leadRow(tenant: string, lead: Lead, read: number): MappedRow {
  const version = BigInt(Math.trunc(lead.lastCallAt)) * 1_000_000n + BigInt(read);
  return {
    table: 'leads',
    row: {
      tenant,
      person_key: lead.personKey,
      version,
      name: lead.name,
      email: lead.email,
      company: lead.company,
      phone: lead.phone,
      last_call_id: lead.lastCallId,
      last_call_at: lead.lastCallAt,
      lead_score: lead.leadScore,
      tier: lead.tier,
    },
  };
}
