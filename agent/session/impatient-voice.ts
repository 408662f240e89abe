import type { tts } from '@livekit/agents';

/** From the first text that is sent, or given while there is no connection, to the first sound. */
const FIRST_SOUND_MS = 2_500;
const LOOK_MS = 100;

/**
 * Makes a voice give up when no sound comes. The plugins themselves wait for long or for good, and the fallback adapter goes on to
 * the next voice only when a stream ends without sound.
 */
export function impatient(voice: tts.TTS): tts.TTS {
  const begin = voice.stream.bind(voice);
  voice.stream = (...args) => {
    const stream = begin(...args);
    endUnlessHeard(stream);
    return stream;
  };
  return voice;
}

function endUnlessHeard(stream: tts.SynthesizeStream): void {
  const [next, pushText] = [stream.next.bind(stream), stream.pushText.bind(stream)];
  let timer: NodeJS.Timeout | undefined;
  const stop = () => clearInterval(timer);
  const look = (givenAt: number) => {
    const sentAt = stream.startedTime === undefined ? givenAt : stream.startedTime.time * 1_000;
    if (performance.now() < sentAt + FIRST_SOUND_MS) return;
    stop();
    stream.close();
  };
  stream.pushText = (text) => {
    const givenAt = performance.now();
    timer ??= setInterval(() => look(givenAt), LOOK_MS);
    pushText(text);
  };
  stream.next = async () => {
    const result = await next();
    stop();
    return result;
  };
  stream.abortSignal.addEventListener('abort', stop);
}
