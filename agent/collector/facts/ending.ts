import type { voice } from '@livekit/agents';
import type { FactData } from '../../../events/catalogue.ts';
import { endReasons } from '../../../events/types/call.ts';
import { errorFact } from './errors.ts';
import { label } from './values.ts';

export type EndReason = (typeof endReasons)[number];
export type EndedBy = FactData<'call.ended'>['by'];
export type Ending = {
  reason: EndReason;
  by: EndedBy;
  detail?: string;
  /** When the call was over, epoch ms, where it is noticed later; else the moment in which it is noticed. */
  at?: number;
};

/** What is known about the end besides the session's own word for it. */
export type EndingHints = {
  /** What the agent said before it ended the call. */
  marked: Ending | undefined;
  /** The room went away, or the caller was taken out of it. */
  room: Ending | undefined;
  /** The worker process above this job went away. */
  parentGone: boolean;
};

/**
 * Why the call ended. The session says `user_initiated` for whatever code closed it: the agent, a job's shutdown, a
 * drain, a deleted room. So who ends a call on purpose says it before; what nobody said stays unknown.
 */
export function endingOf({ reason, error }: Pick<voice.CloseEvent, 'reason' | 'error'>, hints: EndingHints): Ending {
  if (reason === 'error')
    return { reason: 'error', by: 'system', detail: label(error ? errorFact(error).message : 'no error given') };
  if (hints.marked) return hints.marked;
  if (hints.room) return hints.room;
  if (reason === 'participant_disconnected') return { reason: 'caller_hung_up', by: 'caller' };
  if (reason === 'job_shutdown') return { reason: 'shutdown', by: 'system', detail: reason };
  if (hints.parentGone) return { reason: 'shutdown', by: 'system', detail: 'the worker went away' };
  const named = endReasons.find((known) => known === reason);
  return { reason: named ?? 'unknown', by: named === 'caller_hung_up' ? 'caller' : 'unknown', detail: label(reason) };
}

/** The process ends without the session having closed. */
export function endingByExit(code: number, hints: EndingHints): Ending {
  if (hints.marked) return hints.marked;
  if (code !== 0) return { reason: 'error', by: 'system', detail: `the process ended with code ${code}` };
  return { reason: 'shutdown', by: 'system', detail: hints.parentGone ? 'the worker went away' : 'the process ended' };
}
