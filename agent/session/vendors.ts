import { stt } from '@livekit/agents';
import * as deepgram from '@livekit/agents-plugin-deepgram';
import * as elevenlabs from '@livekit/agents-plugin-elevenlabs';
import * as openai from '@livekit/agents-plugin-openai';
import type { VoiceAgentSettings } from './settings.ts';

/** A caller hears nothing while a dead recogniser is tried again, so the next one takes over at once. */
const RECOGNISER_ATTEMPT_MS = 5_000;
const RECOGNISER_RETRIES = 0;

/** One recogniser, or two behind a fallback adapter. */
export function createRecogniser(settings: VoiceAgentSettings['recognisers']): stt.STT {
  const recognisers = settings.map(
    ({ apiKey, baseUrl, model, language }) =>
      new deepgram.STT({ apiKey, model, language, ...(baseUrl ? { baseUrl } : {}) }),
  );
  const [only] = recognisers;
  if (recognisers.length === 1 && only) return only;
  return new stt.FallbackAdapter({
    sttInstances: recognisers,
    attemptTimeoutMs: RECOGNISER_ATTEMPT_MS,
    maxRetryPerSTT: RECOGNISER_RETRIES,
  });
}

/** The plugin names the provider by the host of its base URL; rows and pages need the vendor's name. */
class NamedModel extends openai.LLM {
  readonly #provider: string;

  constructor(provider: string, options: ConstructorParameters<typeof openai.LLM>[0]) {
    super(options);
    this.#provider = provider;
  }

  override get provider(): string {
    return this.#provider;
  }
}

export function createModel({ apiKey, baseUrl, model, provider }: VoiceAgentSettings['model']): openai.LLM {
  return new NamedModel(provider, { apiKey, model, ...(baseUrl ? { baseURL: baseUrl } : {}) });
}

export function createVoice({ apiKey, baseUrl, model, voiceId }: VoiceAgentSettings['voice']): elevenlabs.TTS {
  return new elevenlabs.TTS({
    apiKey,
    model,
    ...(voiceId ? { voiceId } : {}),
    ...(baseUrl ? { baseURL: baseUrl } : {}),
  });
}
