import { llm, stt, tts } from '@livekit/agents';
import * as deepgram from '@livekit/agents-plugin-deepgram';
import * as elevenlabs from '@livekit/agents-plugin-elevenlabs';
import * as openai from '@livekit/agents-plugin-openai';
import type { ModelChoice, RecogniserChoice, VoiceChoice } from '../config/vendor-fields.ts';
import { EarshotError } from '../../lib/errors.ts';
import { droppable } from './deaf.ts';
import { elevenlabsOptions } from './elevenlabs.ts';
import { impatient } from './impatient-voice.ts';
import type { Endpoint, VendorEndpoints } from './settings.ts';
import { cutterOf } from './spoken-input.ts';

/** A caller hears nothing while a dead vendor is tried again, so the next one takes over at once. */
const RECOGNISER_ATTEMPT_MS = 5_000;
const MODEL_ATTEMPT_S = 4;
const NO_RETRIES = 0;
/** A voice that failed is asked for a sentence as often as this, which is billed, until it is back. */
const VOICE_RECOVERY_MS = 10_000;

const SETTINGS = {
  deepgram: 'DEEPGRAM_API_KEY',
  openai: 'OPENAI_API_KEY',
  elevenlabs: 'ELEVEN_API_KEY',
  compatible: 'COMPATIBLE_BASE_URL',
} as const;
const MODEL_VENDORS = { openai: 'OpenAI', compatible: 'compatible' } as const;
/** The plugin takes 0 for "not given". */
const LEAST_TEMPERATURE = 0.001;
/** What Deepgram takes; a document may ask for more on either side. */
const DEEPGRAM_SPEED = { slowest: 0.7, fastest: 1.5 };

/** Recognisers behind a fallback adapter; one that is alone is its own fall-back. @throws EarshotError `vendor_key_missing` */
export function createRecogniser(choices: readonly RecogniserChoice[], endpoints: VendorEndpoints): stt.STT {
  const both = choices.length === 1 ? [...choices, ...choices] : choices;
  return new stt.FallbackAdapter({
    sttInstances: both.map((choice) => droppable(recogniserOf(choice, endpointOf(choice.vendor, endpoints)))),
    attemptTimeoutMs: RECOGNISER_ATTEMPT_MS,
    maxRetryPerSTT: NO_RETRIES,
  });
}

function recogniserOf({ vendor, model, language }: RecogniserChoice, { apiKey, baseUrl }: Endpoint): stt.STT {
  const heard = { apiKey, model, language };
  if (vendor === 'openai') return new OpenAiRecogniser({ ...heard, ...(baseUrl ? { baseURL: baseUrl } : {}) });
  return new deepgram.STT({ ...heard, ...(baseUrl ? { baseUrl } : {}) });
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
  const made = choices.map((choice) => voiceOf(choice, endpointOf(choice.vendor, endpoints)));
  return (
    // Of a voice that is alone a late word is better than none.
    alone(made) ??
    new tts.FallbackAdapter({
      ttsInstances: made.map(impatient),
      maxRetryPerTTS: NO_RETRIES,
      recoveryDelayMs: VOICE_RECOVERY_MS,
    })
  );
}

function voiceOf(choice: VoiceChoice, endpoint: Endpoint): tts.TTS {
  if (choice.vendor === 'elevenlabs') return new elevenlabs.TTS(elevenlabsOptions(choice, endpoint));
  const { apiKey, baseUrl } = endpoint;
  const { model, speed, input } = choice;
  const cutter = cutterOf(input);
  const { slowest, fastest } = DEEPGRAM_SPEED;
  return new deepgram.TTS({
    apiKey,
    model,
    ...(speed === undefined ? {} : { speed: Math.min(fastest, Math.max(slowest, speed)) }),
    ...(cutter ? { sentenceTokenizer: cutter } : {}),
    ...(baseUrl ? { baseUrl } : {}),
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

class OpenAiRecogniser extends openai.STT {
  override get provider(): string {
    return MODEL_VENDORS.openai;
  }
}

function endpointOf(vendor: keyof VendorEndpoints, endpoints: VendorEndpoints): Endpoint {
  const endpoint = endpoints[vendor];
  if (endpoint) return endpoint;
  throw new EarshotError({
    code: 'vendor_key_missing',
    field: SETTINGS[vendor],
    message: `the agent's document uses ${vendor}, and there is no ${vendor === 'compatible' ? 'address' : 'key'} for it`,
    fix: 'set the variable, or take another vendor in the document',
  });
}

function alone<Component>(made: readonly Component[]): Component | undefined {
  return made.length === 1 ? made[0] : undefined;
}
