import type { CallRow } from '../../clickhouse/call-columns.ts';
import type { CallSummary, Percentiles } from '../types.ts';
import { iso, isoOrNull } from './times.ts';

/** Who called, as far as it is known. */
export type Person = { name: string; company: string };

export function whoOf(personKey: string, person: Person | undefined): CallSummary['who'] {
  return { personKey, name: person?.name || null, company: person?.company || null };
}

export function callSummaryOf(row: CallRow, person: Person | undefined, heard: Percentiles): CallSummary {
  return {
    callId: row.call_id,
    who: whoOf(row.person_key, person),
    agent: row.agent_name,
    agentVersion: row.agent_version,
    channel: row.channel,
    region: row.region,
    models: { stt: row.stt_model, llm: row.llm_model, tts: row.tts_model },
    status: row.status,
    waiting: row.waiting,
    startedAt: iso(row.started_at),
    endedAt: isoOrNull(row.ended_at),
    durationMs: row.duration_ms,
    endReason: row.end_reason,
    endedBy: row.ended_by,
    turns: row.turns,
    heard,
    score: row.lead_score,
    tier: row.tier,
    hot: row.hot,
    cost: row.cost === null ? null : { amount: row.cost, currency: row.cost_currency },
    interruptions: row.interruptions,
    errors: row.errors,
    fallbacks: row.fallbacks,
    complete: row.complete,
    cutOff: row.cut_off,
    emulated: row.emulated,
  };
}
