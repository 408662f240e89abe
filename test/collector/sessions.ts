import { initializeLogger, voice } from '@livekit/agents';

initializeLogger({ pretty: false, level: 'silent' });

/** A session that talks in text, without a room. */
export function textSession(llm?: voice.AgentSessionOptions['llm']): voice.AgentSession {
  return new voice.AgentSession({
    ...(llm ? { llm } : {}),
    vad: null,
    turnHandling: { turnDetection: null },
    userAwayTimeout: null,
  });
}
