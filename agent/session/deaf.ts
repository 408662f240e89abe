import { stt, voice } from '@livekit/agents';

/** A shorter sound may have been a cough: nobody is asked to repeat it. */
const SPEECH_MS = 800;

const streams = new WeakMap<stt.STT, Set<stt.SpeechStream>>();

/**
 * Makes a recogniser's streams such that they can be given up. The plugins do not notice when their connection is dropped; to a
 * stream that ends, the fallback adapter answers with the next recogniser.
 */
export function droppable(recogniser: stt.STT): stt.STT {
  const open = new Set<stt.SpeechStream>();
  streams.set(recogniser, open);
  const begin = recogniser.stream.bind(recogniser);
  recogniser.stream = (...args) => {
    const stream = begin(...args);
    open.add(stream);
    return stream;
  };
  return recogniser;
}

function drop(recogniser: stt.STT): void {
  const open = streams.get(recogniser);
  for (const stream of open ?? []) stream.close();
  open?.clear();
}

/**
 * Mends a recogniser that went deaf, to which the caller would talk for the rest of the call: when there was a voice and no
 * words came, the next one takes over, and the caller is asked to say it again.
 */
export function mendDeafness(session: voice.AgentSession, sorry: string): void {
  session.on(voice.AgentSessionEventTypes.UserTranscriptionTimeout, ({ speechDuration }) => {
    if (speechDuration < SPEECH_MS) return;
    if (session.stt instanceof stt.FallbackAdapter) {
      session.stt.sttInstances.forEach(drop);
    }
    if (session.agentState === 'listening') session.say(sorry);
  });
}
