import type * as elevenlabs from '@livekit/agents-plugin-elevenlabs';
import type { VoiceOf } from '../config/vendor-fields.ts';
import type { Endpoint } from './settings.ts';
import { cutterOf } from './spoken-input.ts';

type Choice = VoiceOf<'elevenlabs'>;

/** What ElevenLabs takes; a document may ask for more on either side. */
const SPEED = { slowest: 0.7, fastest: 1.2 };
/** ElevenLabs' own, for what the document leaves out. */
const DEFAULTS = { stability: 0.5, similarity: 0.75 };

export function elevenlabsOptions(choice: Choice, { apiKey, baseUrl }: Endpoint): elevenlabs.TTSOptions {
  const { model, voiceId, language, streamingLatency } = choice;
  const [sound, cutter] = [soundOf(choice), cutterOf(choice.input)];
  return {
    apiKey,
    model,
    ...(voiceId === undefined ? {} : { voiceId }),
    ...(language === undefined ? {} : { language }),
    ...(streamingLatency === undefined ? {} : { streamingLatency }),
    ...(sound ? { voiceSettings: sound } : {}),
    ...(cutter ? { wordTokenizer: cutter } : {}),
    ...(baseUrl ? { baseURL: baseUrl } : {}),
  };
}

/** Undefined when the document says nothing of it: then the voice's own stand. */
function soundOf({ speed, stability, similarity, style, speakerBoost }: Choice) {
  if ([speed, stability, similarity, style, speakerBoost].every((one) => one === undefined)) return undefined;
  return {
    stability: stability ?? DEFAULTS.stability,
    similarity_boost: similarity ?? DEFAULTS.similarity,
    ...(style === undefined ? {} : { style }),
    ...(speed === undefined ? {} : { speed: Math.min(SPEED.fastest, Math.max(SPEED.slowest, speed)) }),
    ...(speakerBoost === undefined ? {} : { use_speaker_boost: speakerBoost }),
  };
}
