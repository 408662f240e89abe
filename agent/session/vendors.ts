import { llm, stt, tts } from '@livekit/agents';
import * as elevenlabs from '@livekit/agents-plugin-elevenlabs';
import * as openai from '@livekit/agents-plugin-openai';
import type { ModelChoice, RecogniserChoice, VoiceChoice } from '../config/vendor-fields.ts';
import { EarshotError } from '../../lib/errors.ts';
import { DroppableRecogniser } from './deaf.ts';
import { ImpatientVoice } from './impatient-voice.ts';
import type { Endpoint, VendorEndpoints } from './settings.ts';

/** A caller hears nothing while a dead vendor is tried again, so the next one takes over at once. */
const RECOGNISER_ATTEMPT_MS = 5_000;
const MODEL_ATTEMPT_S = 4;
const NO_RETRIES = 0;
/** A voice that failed is asked for a sentence as often as this, which is billed, until it is back. */
const VOICE_RECOVERY_MS = 10_000;

const KEYS = { deepgram: 'DEEPGRAM_API_KEY', openai: 'OPENAI_API_KEY', elevenlabs: 'ELEVEN_API_KEY' } as const;
const MODEL_VENDORS = { openai: 'OpenAI' } as const;
/** What ElevenLabs takes; a document may ask for more on either side. */
const ELEVENLABS_SPEED = { slowest: 0.7, fastest: 1.2 };
/** ElevenLabs' own, for what the document leaves out. */
const VOICE_DEFAULTS = { stability: 0.5, similarity: 0.75 };
/** The plugin takes 0 for "not given". */
const LEAST_TEMPERATURE = 0.001;

/** Recognisers behind a fallback adapter; one that is alone is its own fall-back. @throws EarshotError `vendor_key_missing` */
export function createRecogniser(choices: readonly RecogniserChoice[], endpoints: VendorEndpoints): stt.STT {
  const both = choices.length === 1 ? [...choices, ...choices] : choices;
  return new stt.FallbackAdapter({
    sttInstances: both.map(({ vendor, model, language }) => {
      const { apiKey, baseUrl } = endpointOf(vendor, endpoints);
      return new DroppableRecogniser({ apiKey, model, language, ...(baseUrl ? { baseUrl } : {}) });
    }),
    attemptTimeoutMs: RECOGNISER_ATTEMPT_MS,
    maxRetryPerSTT: NO_RETRIES,
  });
}

/** One model, or two behind a fallback adapter. @throws EarshotError `vendor_key_missing` */
export function createModel(choices: readonly ModelChoice[], endpoints: VendorEndpoints): llm.LLM {
  const made = choices.map(({ vendor, model, temperature, maxTokens }) => {
    const { apiKey, baseUrl } = endpointOf(vendor, endpoints);
    return new NamedModel(MODEL_VENDORS[vendor], {
      apiKey,
      model,
      ...(baseUrl ? { baseURL: baseUrl } : {}),
      ...(temperature === undefined ? {} : { temperature: Math.max(temperature, LEAST_TEMPERATURE) }),
      ...(maxTokens === undefined ? {} : { maxCompletionTokens: maxTokens }),
    });
  });
  return (
    alone(made) ??
    new llm.FallbackAdapter({
      llms: made,
      attemptTimeout: MODEL_ATTEMPT_S,
      maxRetryPerLLM: NO_RETRIES,
    })
  );
}

/** One voice, or two behind a fallback adapter. @throws EarshotError `vendor_key_missing` */
export function createVoice(choices: readonly VoiceChoice[], endpoints: VendorEndpoints): tts.TTS {
  const options = choices.map((choice) => voiceOptions(choice, endpointOf(choice.vendor, endpoints)));
  const [only] = options;
  // Of a voice that is alone a late word is better than none.
  if (options.length === 1) return new elevenlabs.TTS(only);
  return new tts.FallbackAdapter({
    ttsInstances: options.map((one) => new ImpatientVoice(one)),
    maxRetryPerTTS: NO_RETRIES,
    recoveryDelayMs: VOICE_RECOVERY_MS,
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

function voiceOptions(choice: VoiceChoice, { apiKey, baseUrl }: Endpoint): elevenlabs.TTSOptions {
  const { model, voiceId, language, streamingLatency } = choice;
  const sound = soundOf(choice);
  return {
    apiKey,
    model,
    ...(voiceId === undefined ? {} : { voiceId }),
    ...(language === undefined ? {} : { language }),
    ...(streamingLatency === undefined ? {} : { streamingLatency }),
    ...(sound ? { voiceSettings: sound } : {}),
    ...(baseUrl ? { baseURL: baseUrl } : {}),
  };
}

/** Undefined when the document says nothing of it: then the voice's own stand. */
function soundOf({ speed, stability, similarity, style, speakerBoost }: VoiceChoice) {
  if ([speed, stability, similarity, style, speakerBoost].every((one) => one === undefined)) return undefined;
  const { slowest, fastest } = ELEVENLABS_SPEED;
  return {
    stability: stability ?? VOICE_DEFAULTS.stability,
    similarity_boost: similarity ?? VOICE_DEFAULTS.similarity,
    ...(style === undefined ? {} : { style }),
    ...(speed === undefined ? {} : { speed: Math.min(fastest, Math.max(slowest, speed)) }),
    ...(speakerBoost === undefined ? {} : { use_speaker_boost: speakerBoost }),
  };
}

function endpointOf(vendor: keyof VendorEndpoints, endpoints: VendorEndpoints): Endpoint {
  const endpoint = endpoints[vendor];
  if (endpoint) return endpoint;
  throw new EarshotError({
    code: 'vendor_key_missing',
    field: KEYS[vendor],
    message: `the agent's document uses ${vendor}, and there is no key for it`,
    fix: 'set the variable, or take another vendor in the document',
  });
}

function alone<Component>(made: readonly Component[]): Component | undefined {
  return made.length === 1 ? made[0] : undefined;
}
