import { apiKeyOf } from '../vendors/calls.ts';
import { voiceAgentSettings, type VoiceAgentSettings } from '../../agent/session/settings.ts';

export type VendorKeys = {
  deepgram?: string | undefined;
  openai?: string | undefined;
  elevenlabs?: string | undefined;
};

/** The agent's settings for one call: a vendor whose key is given is the real one, the others are emulated. */
export function agentSettings(options: { url: string; call: string; keys: VendorKeys }): {
  settings: VoiceAgentSettings;
  emulated: string[];
} {
  const { url, call, keys } = options;
  const emulatedKey = apiKeyOf(call);
  const deepgram = keys.deepgram
    ? { apiKey: keys.deepgram }
    : { apiKey: emulatedKey, baseUrl: `${url.replace(/^http/, 'ws')}/deepgram` };
  const openai = keys.openai ? { apiKey: keys.openai } : { apiKey: emulatedKey, baseUrl: `${url}/openai/v1` };
  const elevenlabs = keys.elevenlabs
    ? { apiKey: keys.elevenlabs }
    : { apiKey: emulatedKey, baseUrl: `${url}/elevenlabs/v1` };
  const settings = voiceAgentSettings.parse({
    recognisers: [
      { ...deepgram, model: 'nova-3' },
      { ...deepgram, model: 'nova-2' },
    ],
    model: openai,
    voice: elevenlabs,
    silence: { afterMs: 6_000 },
  });
  const names = ['deepgram', 'openai', 'elevenlabs'] as const;
  return { settings, emulated: names.filter((name) => !keys[name]) };
}
