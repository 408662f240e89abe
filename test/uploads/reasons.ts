import type { FactData } from '../../events/catalogue.ts';

type End = Pick<FactData<'call.ended'>, 'reason' | 'by'>;

/** Why a session closed, in the contract's words. */
export function endReasonOf(closeReason: string | undefined): End {
  switch (closeReason?.toLowerCase().replace(/^cr_/, '')) {
    case 'participant_disconnected':
    case 'client_initiated':
      return { reason: 'caller_hung_up', by: 'caller' };
    case 'error':
      return { reason: 'error', by: 'system' };
    case 'user_initiated':
    case 'task_completed':
      return { reason: 'agent_ended', by: 'agent' };
    case 'job_shutdown':
      return { reason: 'shutdown', by: 'system' };
    default:
      return { reason: 'unknown', by: 'unknown' };
  }
}
