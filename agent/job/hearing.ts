import { TrackSource, type Participant, type Room } from '@livekit/rtc-node';
import { repeat } from '../../lib/repeat.ts';

const LOOK_MS = 500;

/**
 * Sees to it that the caller is heard. When the room's server was restarted and he was back before the agent, LiveKit's client at
 * times knows of his microphone and is never given its sound: it is then asked for anew.
 */
export function keepHearing(room: Room, isCaller: (participant: Participant) => boolean): { stop(): Promise<void> } {
  let unheard = new Set<string>();

  const look = async () => {
    const silent = [...room.remoteParticipants.values()]
      .filter(isCaller)
      .flatMap(({ trackPublications }) => [...trackPublications.values()])
      .filter(({ source, track }) => source === TrackSource.SOURCE_MICROPHONE && !track);
    for (const publication of silent) {
      // One that was just published is about to come.
      if (!unheard.has(publication.sid ?? '')) continue;
      publication.setSubscribed(false);
      publication.setSubscribed(true);
    }
    unheard = new Set(silent.map(({ sid }) => sid ?? ''));
  };
  // While the room reconnects there is nothing to ask for.
  const looking = repeat(LOOK_MS, look, () => undefined);
  return { stop: looking.stop };
}
