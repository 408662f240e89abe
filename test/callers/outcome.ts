import { stt, voice } from '@livekit/agents';
import type { FactData } from '../../events/catalogue.ts';
import { messageOf } from '../../lib/errors.ts';
import type { CallRecord } from '../../agent/session/record.ts';
import type { Heard, Loudspeaker } from './loudspeaker.ts';
import type { Microphone } from './microphone.ts';
import type { Tell } from './progress.ts';

/** What a call came to, as the caller and the SDK saw it; what the store says must agree. */
export type CallOutcome = {
  startedAt: number;
  durationMs: number;
  close: string;
  end: { reason: string; by: string; detail?: string };
  /** In the order in which they were begun; `createdAt` in epoch ms. */
  items: Array<{ id: string; role: string; text: string; interrupted: boolean; createdAt: number; e2eMs?: number }>;
  heard: Heard[];
  /** How long he waited for each answer, ms: from his last audible sound to the agent's first. */
  waits: number[];
  signals: Record<string, unknown>;
  recordings: FactData<'signal.recorded'>[];
  searches: FactData<'knowledge.searched'>[];
  errors: string[];
  fallbacks: Array<{ component: string; available: boolean }>;
};

/** Of a call of which nothing is known yet. */
export function noOutcome(startedAt: number): CallOutcome {
  return {
    ...{ startedAt, durationMs: 0, close: 'open', end: { reason: 'unknown', by: 'unknown' } },
    ...{ items: [], heard: [], waits: [], signals: {}, recordings: [], searches: [], errors: [], fallbacks: [] },
  };
}

export type FollowOptions = { session: voice.AgentSession; mouth: Microphone; ear: Loudspeaker; tell: Tell };

/** Follows a call and keeps what it came to. The record passes everything on to `next`, where there is one. */
export function followCall({ session, mouth, ear, tell }: FollowOptions, next?: CallRecord) {
  const startedAt = Date.now();
  const outcome = noOutcome(startedAt);
  const record: CallRecord = {
    publish: (type, data) => {
      next?.publish(type, data);
      if (type === 'signal.recorded') keepSignal(data as FactData<'signal.recorded'>);
      if (type === 'knowledge.searched') outcome.searches.push(data as FactData<'knowledge.searched'>);
      if (type === 'error.raised') outcome.errors.push((data as FactData<'error.raised'>).message);
    },
    markEnding: (reason, by, detail) => {
      outcome.end = { reason, by, ...(detail === undefined ? {} : { detail }) };
      next?.markEnding(reason, by, detail);
    },
  };
  const keepSignal = (signal: FactData<'signal.recorded'>) => {
    outcome.recordings.push(signal);
    outcome.signals[signal.name] = signal.value;
    tell({ phase: 'signal', name: signal.name, value: signal.value });
  };

  session.on(voice.AgentSessionEventTypes.ConversationItemAdded, ({ item }) => {
    if (item.type !== 'message') return;
    const e2eMs = item.metrics.e2eLatency === undefined ? {} : { e2eMs: item.metrics.e2eLatency * 1_000 };
    outcome.items.push({
      id: item.id,
      role: item.role,
      text: item.textContent ?? '',
      interrupted: item.interrupted,
      createdAt: item.createdAt,
      ...e2eMs,
    });
    // An answer that was cut off is told after the words that cut it off.
    outcome.items.sort((a, b) => a.createdAt - b.createdAt);
  });
  session.on(voice.AgentSessionEventTypes.Error, ({ error }) => outcome.errors.push(messageOf(error)));
  session.on(voice.AgentSessionEventTypes.Close, ({ reason }) => {
    outcome.close = reason;
    if (reason === voice.CloseReason.PARTICIPANT_DISCONNECTED && outcome.end.reason === 'unknown')
      outcome.end = { reason: 'caller_hung_up', by: 'caller' };
    outcome.durationMs = Date.now() - startedAt;
  });
  ear.on('heard', (heard: Heard) => {
    outcome.heard.push(heard);
    tell({ phase: 'speaking', who: 'agent', text: heard.text, interrupted: heard.interrupted });
  });
  watchWaits(mouth, ear, outcome.waits);
  watchFallback(session, outcome, tell);
  return { outcome, record };
}

function watchWaits(mouth: Microphone, ear: Loudspeaker, waits: number[]): void {
  let answered = 0;
  ear.on(voice.AudioOutput.EVENT_PLAYBACK_STARTED, () => {
    if (mouth.lastSoundAt === answered) return;
    answered = mouth.lastSoundAt;
    waits.push(Date.now() - answered);
  });
}

function watchFallback(session: voice.AgentSession, outcome: CallOutcome, tell: Tell): void {
  if (!(session.stt instanceof stt.FallbackAdapter)) return;
  session.stt.on(
    'stt_availability_changed' as never,
    ((event: { stt: stt.STT; available: boolean }) => {
      const component = `${event.stt.provider} ${event.stt.model}`;
      outcome.fallbacks.push({ component, available: event.available });
      if (!event.available) tell({ phase: 'fallback', component });
    }) as never,
  );
}
