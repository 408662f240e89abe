import type { EndedBy, EndReason } from './ending.ts';

/** Why somebody is no longer in a room, and what that makes of the call when he is the caller. */
export type Leaving = { name: string; reason: EndReason; by: EndedBy };

/** By LiveKit's number (`DisconnectReason`): the collector knows rooms as emitters only. */
const LEAVINGS: Readonly<Record<number, Leaving>> = {
  1: { name: 'CLIENT_INITIATED', reason: 'caller_hung_up', by: 'caller' },
  3: { name: 'SERVER_SHUTDOWN', reason: 'shutdown', by: 'system' },
  4: { name: 'PARTICIPANT_REMOVED', reason: 'room_closed', by: 'system' },
  5: { name: 'ROOM_DELETED', reason: 'room_closed', by: 'system' },
  10: { name: 'ROOM_CLOSED', reason: 'room_closed', by: 'system' },
  11: { name: 'USER_UNAVAILABLE', reason: 'caller_hung_up', by: 'caller' },
  12: { name: 'USER_REJECTED', reason: 'caller_hung_up', by: 'caller' },
  13: { name: 'SIP_TRUNK_FAILURE', reason: 'line_lost', by: 'unknown' },
  14: { name: 'CONNECTION_TIMEOUT', reason: 'line_lost', by: 'unknown' },
  15: { name: 'MEDIA_FAILURE', reason: 'line_lost', by: 'unknown' },
};

/** Undefined where the number says nothing of why. */
export function leavingOf(disconnectReason: unknown): Leaving | undefined {
  return LEAVINGS[Number(disconnectReason)];
}
