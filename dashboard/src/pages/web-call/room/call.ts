import {
  DisconnectReason,
  Room,
  RoomEvent,
  Track,
  type LocalAudioTrack,
  type LocalTrack,
  type RemoteParticipant,
} from 'livekit-client';
import type { WebCall } from '../../../../../api/types.ts';
import { createClock } from '../measure/clock.ts';
import type { Heard } from '../measure/hearing.ts';
import { watchConnection, type Sample } from '../measure/watch-connection.ts';
import { watchHearing } from '../measure/watch-hearing.ts';
import { startReporter, type Reporter } from '../report/reporter.ts';
import { listenToWords } from './listen-to-words.ts';
import type { Line } from './words.ts';

/** The agent's identity in a room is `agent-<job id>`; the job is the call. */
const AGENT = /^agent-(.+)$/;

/** What happens in a call, told as it happens. */
export type CallTeller = {
  words(line: Line): void;
  heard(heard: Heard): void;
  sample(sample: Sample): void;
  agentCame(callId: string): void;
  /** Everybody else has left, and the room is still open. */
  alone(): void;
  /** Once, however it ended. */
  over(reason: DisconnectReason | undefined): void;
};

export type OpenCall = { room: Room; hangUp(): void };

/**
 * Joins the room with the microphone, and measures and reports until the call is over.
 *
 * @throws ConnectionError of LiveKit when the room cannot be joined
 */
export async function openCall(call: WebCall, microphone: LocalAudioTrack, teller: CallTeller): Promise<OpenCall> {
  // Leaving the page is asked about first, and then handled here.
  const room = new Room({ disconnectOnPageLeave: false });
  listenToWords(room, teller.words);
  let hasCall = false;
  followOthers(room, teller.alone, (callId) => {
    hasCall = true;
    teller.agentCame(callId);
  });
  await room.connect(call.url, call.token);
  const now = createClock();
  const reporter = startReporter(call, { now, hasCall: () => hasCall });
  const stop = measure(room, microphone, { now, reporter, teller });
  const onPageHide = () => {
    stop();
    reporter.closeNow();
    void room.disconnect();
  };
  window.addEventListener('pagehide', onPageHide);
  room.once(RoomEvent.Disconnected, (reason) => {
    window.removeEventListener('pagehide', onPageHide);
    stop();
    reporter.close();
    teller.over(reason);
  });
  try {
    await room.localParticipant.publishTrack(microphone as LocalTrack, { source: Track.Source.Microphone });
  } catch (error) {
    await room.disconnect();
    throw error;
  }
  return { room, hangUp: () => void room.disconnect() };
}

/** Who is there already when the room is joined is told as if he came then. */
function followOthers(room: Room, alone: () => void, agentCame: (callId: string) => void): void {
  const onSomebody = ({ identity }: RemoteParticipant) => {
    const callId = AGENT.exec(identity)?.[1];
    if (callId !== undefined) agentCame(callId);
  };
  room
    .on(RoomEvent.ParticipantConnected, onSomebody)
    .on(RoomEvent.Connected, () => room.remoteParticipants.forEach(onSomebody))
    .on(RoomEvent.ParticipantDisconnected, () => {
      if (room.remoteParticipants.size === 0) alone();
    });
}

type MeasureOptions = { now: () => number; reporter: Pick<Reporter, 'add'>; teller: CallTeller };

/** @returns stops, the first time that it is called */
function measure(room: Room, microphone: LocalAudioTrack, { now, reporter, teller }: MeasureOptions): () => void {
  const watches = [
    watchHearing({
      room,
      microphone,
      now,
      tell: (heard) => {
        reporter.add('page.heard', heard);
        teller.heard(heard);
      },
    }),
    watchConnection(room, (sample) => {
      reporter.add('connection.sampled', sample);
      teller.sample(sample);
    }),
  ];
  return () => {
    for (const stop of watches.splice(0)) stop();
  };
}
