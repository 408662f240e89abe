import { voice } from '@livekit/agents';
import type { Line } from './line.ts';
import type { Loudspeaker } from './loudspeaker.ts';
import type { Microphone } from './microphone.ts';

/** A line straight into a session without a room: its microphone, its loudspeaker. */
export function sessionLine(options: { session: voice.AgentSession; mouth: Microphone; ear: Loudspeaker }): Line {
  const { session, mouth, ear } = options;
  const listeners = new Set<() => void>();
  // The session changes its state in the listeners that run after this one.
  const changed = () => setImmediate(() => listeners.forEach((listener) => listener()));
  let answering = false;
  let whole = false;
  ear.on(voice.AudioOutput.EVENT_PLAYBACK_STARTED, () => {
    answering = true;
    changed();
  });
  ear.on(voice.AudioOutput.EVENT_PLAYBACK_FINISHED, ({ interrupted }: voice.PlaybackFinishedEvent) => {
    answering = false;
    if (!interrupted) whole = true;
    changed();
  });
  session.on(voice.AgentSessionEventTypes.AgentStateChanged, changed);
  return {
    speak: (pcm) => mouth.speak(pcm),
    hangUp: () => {
      mouth.hangUp();
      // As a room does it when its participant leaves.
      session.shutdown({ drain: false, reason: voice.CloseReason.PARTICIPANT_DISCONNECTED });
    },
    asked: () => void (whole = answering = false),
    answering: () => answering,
    answered: () => whole && session.agentState === 'listening',
    heardMs: () => ear.playedMs,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
