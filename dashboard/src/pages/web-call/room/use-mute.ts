import { useLocalParticipant } from '@livekit/components-react';
import { useCallback } from 'react';

/** The microphone of the call: muted, it sends nothing, and stays open. */
export function useMute(): { muted: boolean; toggle: () => void } {
  const { localParticipant, isMicrophoneEnabled, microphoneTrack } = useLocalParticipant();
  const muted = microphoneTrack !== undefined && !isMicrophoneEnabled;
  const toggle = useCallback(() => void localParticipant.setMicrophoneEnabled(muted), [localParticipant, muted]);
  return { muted, toggle };
}
