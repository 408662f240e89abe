import { stt, voice } from '@livekit/agents';
import * as deepgram from '@livekit/agents-plugin-deepgram';

/** A shorter sound may have been a cough: nobody is asked to repeat it. */
const SPEECH_MS = 800;

/**
 * A recogniser whose streams can be given up. The plugin does not notice when its connection is dropped; to a stream that ends,
 * the fallback adapter answers with the next recogniser.
 */
export class DroppableRecogniser extends deepgram.STT {
  readonly #streams = new Set<stt.SpeechStream>();

  override stream(...args: Parameters<deepgram.STT['stream']>): deepgram.SpeechStream {
    const stream = super.stream(...args);
    this.#streams.add(stream);
    return stream;
  }

  drop(): void {
    for (const stream of this.#streams) stream.close();
    this.#streams.clear();
  }
}

/**
 * Mends a recogniser that went deaf, to which the caller would talk for the rest of the call: when there was a voice and no
 * words came, the next one takes over, and the caller is asked to say it again.
 */
export function mendDeafness(session: voice.AgentSession, sorry: string): void {
  session.on(voice.AgentSessionEventTypes.UserTranscriptionTimeout, ({ speechDuration }) => {
    if (speechDuration < SPEECH_MS) return;
    if (session.stt instanceof stt.FallbackAdapter) {
      for (const one of session.stt.sttInstances) if (one instanceof DroppableRecogniser) one.drop();
    }
    if (session.agentState === 'listening') session.say(sorry);
  });
}
