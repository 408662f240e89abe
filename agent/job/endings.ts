import { ConnectionQuality, DisconnectReason, RoomEvent, type Participant, type Room } from '@livekit/rtc-node';
import { leavingOf } from '../collector/facts/leaving.ts';
import type { EndedBy, EndReason } from '../session/record.ts';

/** Why the call is over, as the room shows it. */
export type Over = {
  reason: EndReason;
  by: EndedBy;
  detail: string;
  /** When it was over, epoch ms, where that is not now: of a caller who was lost, when he was heard last. */
  at?: number | undefined;
};

/** A caller whose line comes back within this time goes on; LiveKit takes a lost one out only after twenty seconds. */
const LOST_GRACE_MS = 3_000;
/** After a restart of the server everybody is back in less than five seconds. */
const REJOIN_GRACE_MS = 9_000;

/**
 * Notices the end of a call when it happens. The session itself closes only when the caller leaves by himself; of one
 * whose line broke it hears after twenty to forty seconds, in which an empty session would be paid for.
 */
export function watchEndings(options: {
  room: Room;
  isCaller(participant: Participant): boolean;
  lastHeardAt(): number | undefined;
  onOver(over: Over): void;
}): { stop(): void } {
  const { room, isCaller, lastHeardAt, onOver } = options;
  let timer: NodeJS.Timeout | undefined;
  const wait = (ms: number, over: Over) => {
    clearTimeout(timer);
    timer = setTimeout(() => onOver(over), ms);
  };
  const goesOn = () => clearTimeout(timer);
  const lost = (detail: string): Over => ({ reason: 'line_lost', by: 'unknown', detail, at: lastHeardAt() });

  const left = (participant: Participant) => {
    if (!isCaller(participant)) return;
    const why = participant.disconnectReason ?? DisconnectReason.UNKNOWN_REASON;
    const detail = DisconnectReason[why] ?? String(why);
    const leaving = leavingOf(why);
    // When the room loses its server it loses him too, mostly without a reason; he comes back with it.
    if (!leaving || leaving.reason === 'shutdown') return wait(REJOIN_GRACE_MS, lost(detail));
    const { reason, by } = leaving;
    onOver({ reason, by, detail, ...(reason === 'line_lost' ? { at: lastHeardAt() } : {}) });
  };
  const joined = (participant: Participant) => isCaller(participant) && goesOn();
  const quality = (given: ConnectionQuality, participant: Participant) => {
    if (!isCaller(participant)) return;
    if (given === ConnectionQuality.QUALITY_LOST) wait(LOST_GRACE_MS, lost('CONNECTION_LOST'));
    else goesOn();
  };
  const gone = (reason: DisconnectReason) =>
    onOver({ reason: 'room_closed', by: 'system', detail: `agent: ${DisconnectReason[reason] ?? reason}` });

  room.on(RoomEvent.ParticipantDisconnected, left);
  room.on(RoomEvent.ParticipantConnected, joined);
  room.on(RoomEvent.ConnectionQualityChanged, quality);
  room.on(RoomEvent.Disconnected, gone);
  return {
    stop: () => {
      goesOn();
      room.off(RoomEvent.ParticipantDisconnected, left);
      room.off(RoomEvent.ParticipantConnected, joined);
      room.off(RoomEvent.ConnectionQualityChanged, quality);
      room.off(RoomEvent.Disconnected, gone);
    },
  };
}
