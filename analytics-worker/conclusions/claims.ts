import type { Fact, FactData } from '../../events/catalogue.ts';

/** A number in a fact that can be judged: a moment (epoch ms), a delay that somebody waits, or a duration of work. */
export type Claim = {
  field: string;
  value: number;
  kind: 'moment' | 'delay' | 'duration';
  /** True where the SDK writes 0 for "unknown". */
  unknownAsZero?: boolean;
  /** For an end: its start. */
  notBefore?: number;
};

/** The times and durations that a fact states. */
export function claimsOf(fact: Fact): Claim[] {
  switch (fact.type) {
    case 'metrics.eou':
      return eouClaims(fact.data);
    case 'metrics.llm':
    case 'metrics.realtime':
      return [...present('delay', { ttftMs: fact.data.ttftMs }), ...workClaims(fact.data)];
    case 'metrics.tts':
      return [...present('delay', { ttfbMs: fact.data.ttfbMs }), ...workClaims(fact.data)];
    case 'metrics.stt':
      return workClaims(fact.data);
    case 'metrics.eot':
      return present('delay', { inferenceMs: fact.data.inferenceMs, delayMs: fact.data.delayMs });
    case 'item.committed':
      return itemClaims(fact.data);
    case 'tool.executed':
      return toolClaims(fact.data);
    case 'playout.started':
      return present('moment', { startedAt: fact.data.startedAt });
    case 'playout.finished':
      return [
        ...present('moment', { finishedAt: fact.data.finishedAt }),
        ...present('duration', { playedMs: fact.data.playedMs }),
      ];
    case 'caller.unheard':
      return [
        ...present('moment', { speechStartedAt: fact.data.speechStartedAt }),
        ...present('duration', { speechDurationMs: fact.data.speechDurationMs }),
      ];
    case 'interruption.detected':
      return present('moment', { detectedAt: fact.data.detectedAt });
    case 'knowledge.searched':
      return present('duration', { durationMs: fact.data.durationMs });
    case 'page.heard':
      return [
        ...present('delay', { heardMs: fact.data.heardMs }),
        ...present('moment', { startedAtMs: fact.data.startedAtMs }),
      ];
    case 'call.started':
      return present('moment', { startedAt: fact.data.startedAt });
    case 'call.ended':
      return [
        ...present('moment', { endedAt: fact.data.endedAt, lastEventAt: fact.data.lastEventAt }),
        ...present('duration', { durationMs: fact.data.durationMs }),
      ];
    default:
      return [];
  }
}

function present(kind: Claim['kind'], values: Record<string, number | null | undefined>): Claim[] {
  return Object.entries(values).flatMap(([field, value]) =>
    typeof value === 'number' ? [{ field, value, kind }] : [],
  );
}

/** When the end of speech is not reliable, the SDK reports every field of it as 0. */
function eouClaims(data: FactData<'metrics.eou'>): Claim[] {
  const { endOfUtteranceDelayMs, transcriptionDelayMs, turnHookMs, lastSpeakingAt } = data;
  const unknownAsZero = endOfUtteranceDelayMs === 0 && transcriptionDelayMs === 0;
  return [
    { field: 'endOfUtteranceDelayMs', value: endOfUtteranceDelayMs, kind: 'delay', unknownAsZero },
    { field: 'transcriptionDelayMs', value: transcriptionDelayMs, kind: 'delay', unknownAsZero },
    { field: 'turnHookMs', value: turnHookMs, kind: 'delay' },
    { field: 'lastSpeakingAt', value: lastSpeakingAt, kind: 'moment', unknownAsZero: true },
  ];
}

function workClaims(data: { endedAt: number; durationMs: number; audioDurationMs?: unknown }): Claim[] {
  const { endedAt, durationMs, audioDurationMs } = data;
  return [
    ...present('moment', { endedAt }),
    ...present('duration', {
      durationMs,
      audioDurationMs: typeof audioDurationMs === 'number' ? audioDurationMs : null,
    }),
  ];
}

function toolClaims({ startedAt, endedAt, durationMs }: FactData<'tool.executed'>): Claim[] {
  return [
    { field: 'startedAt', value: startedAt, kind: 'moment' },
    { field: 'endedAt', value: endedAt, kind: 'moment', notBefore: startedAt },
    { field: 'durationMs', value: durationMs, kind: 'duration' },
  ];
}

function itemClaims(data: FactData<'item.committed'>): Claim[] {
  const { createdAt, startedSpeakingAt, stoppedSpeakingAt, reported = {} } = data;
  const delays = Object.entries(reported).flatMap(([field, value]) =>
    typeof value === 'number' ? [[field, value]] : [],
  );
  return [
    ...present('moment', { createdAt, startedSpeakingAt }),
    ...present('moment', { stoppedSpeakingAt }).map((claim) =>
      startedSpeakingAt === undefined ? claim : { ...claim, notBefore: startedSpeakingAt },
    ),
    ...present('delay', Object.fromEntries(delays)).map((claim) => ({
      ...claim,
      field: `reported.${claim.field}`,
    })),
  ];
}
