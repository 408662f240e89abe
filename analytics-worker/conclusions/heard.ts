import type { Exchange } from './exchanges.ts';
import type { Known } from './facts.ts';
import { LONGEST_DELAY_MS, type Quarantine } from './quarantine.ts';
import type { Quarantined } from './types.ts';

/** When the caller stopped speaking and what followed up to the decision that the turn is over. Null where unknown. */
export type Anchor = {
  at: number | null;
  eouDelayMs: number | null;
  transcriptionDelayMs: number | null;
  turnHookMs: number | null;
  /** A value that says when cannot be true. */
  quarantined: boolean;
};

/** By the end-of-turn measurement; where there is none, by what the SDK reports about the caller's last item. */
export function anchorOf(quarantine: Quarantine, { eou, callerItems }: Exchange): Anchor {
  if (eou) {
    const { data } = eou.fact;
    const at = quarantine.trusted(eou, 'lastSpeakingAt', data.lastSpeakingAt);
    const eouDelayMs = quarantine.trusted(eou, 'endOfUtteranceDelayMs', data.endOfUtteranceDelayMs);
    return {
      at: eouDelayMs === null ? null : at,
      eouDelayMs,
      transcriptionDelayMs: quarantine.trusted(eou, 'transcriptionDelayMs', data.transcriptionDelayMs),
      turnHookMs: quarantine.trusted(eou, 'turnHookMs', data.turnHookMs),
      quarantined: at === null || eouDelayMs === null,
    };
  }
  const item = callerItems.at(-1);
  if (!item) return { at: null, eouDelayMs: null, transcriptionDelayMs: null, turnHookMs: null, quarantined: false };
  const { stoppedSpeakingAt, reported = {} } = item.fact.data;
  const at = quarantine.trusted(item, 'stoppedSpeakingAt', stoppedSpeakingAt);
  return {
    at,
    eouDelayMs: quarantine.trusted(item, 'reported.endOfTurnDelayMs', reported.endOfTurnDelayMs),
    transcriptionDelayMs: quarantine.trusted(item, 'reported.transcriptionDelayMs', reported.transcriptionDelayMs),
    turnHookMs: quarantine.trusted(item, 'reported.turnHookMs', reported.turnHookMs),
    quarantined: at === null && stoppedSpeakingAt !== undefined,
  };
}

/** The first frame of the answer, with the event that says so. */
export type Heard = { at: number; eventId: string };

/** A state may be noted this much before the end-of-turn decision that it follows. */
const CLOCK_SLACK_MS = 5;

/**
 * By the first frame that left for the caller; where the output does not say, by the agent's state; where there is
 * neither, by the start of speech that the SDK reports about the item.
 */
export function heardOf(
  known: Known,
  quarantine: Quarantine,
  exchange: Exchange,
  from: number,
  to: number,
): Heard | null {
  const within = ({ at }: Heard) => at >= from - CLOCK_SLACK_MS && at < to;
  const starts = known.of('playout.started').flatMap((one) => {
    const at = quarantine.trusted(one, 'startedAt', one.fact.data.startedAt);
    return at === null ? [] : [{ at, eventId: one.fact.id, speechId: one.fact.data.speechId }];
  });
  const own = new Set([...exchange.answers, ...saidMeanwhile(exchange)].flatMap(({ ids }) => ids));
  if (own.size > 0 && starts.some(({ speechId }) => speechId)) {
    return earliest(starts.filter(({ speechId }) => speechId && own.has(speechId)));
  }
  const played = earliest(starts.filter(within));
  if (played) return played;
  const states = known.of('agent.state');
  if (states.length > 0) {
    const speaking = states.filter(({ fact }) => fact.data.to === 'speaking');
    return earliest(speaking.map(({ at, fact }) => ({ at, eventId: fact.id })).filter(within));
  }
  const said = exchange.agentItems.flatMap((item) => {
    const at = quarantine.trusted(item, 'startedSpeakingAt', item.fact.data.startedSpeakingAt);
    return at === null ? [] : [{ at, eventId: item.fact.id }];
  });
  return earliest(said.filter(within));
}

/** What was said beside the answer counts as heard while the answer was still being made ("let me look that up"). */
function saidMeanwhile({ answers, also }: Exchange) {
  if (answers.length === 0) return also;
  const over = Math.max(...answers.map(({ finished }) => finished?.at ?? Infinity));
  return also.filter(({ at }) => at < over);
}

function earliest<One extends Heard>(all: readonly One[]): Heard | null {
  const first = all.toSorted((a, b) => a.at - b.at || (a.eventId < b.eventId ? -1 : 1))[0];
  return first ? { at: first.at, eventId: first.eventId } : null;
}

/** Why a heard latency cannot be true, as a row for the quarantine. */
export function doubtHeard(heardMs: number, { eventId }: Heard): Quarantined | undefined {
  if (heardMs < 0) return { eventId, field: 'heardMs', value: heardMs, reason: 'negative' };
  if (heardMs > LONGEST_DELAY_MS) return { eventId, field: 'heardMs', value: heardMs, reason: 'over_60_s' };
  return undefined;
}
