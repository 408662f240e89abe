import { readFileSync } from 'node:fs';
import { parseAgentDocument } from '../../agent/config/read.ts';
import type { AgentDocument } from '../../agent/config/document.ts';
import { vendorEndpoints, type VendorEndpoints } from '../../agent/session/settings.ts';
import { apiKeyOf } from '../vendors/calls.ts';

const ADA = new URL('../../agent/config/sample/ada.yaml', import.meta.url);

export type VendorKeys = {
  deepgram?: string | undefined;
  openai?: string | undefined;
  elevenlabs?: string | undefined;
};

/** The agent of one call: a vendor whose key is given is the real one, the others are emulated. */
export function agentOf(options: { url: string; call: string; keys: VendorKeys }): {
  document: AgentDocument;
  endpoints: VendorEndpoints;
  emulated: string[];
} {
  const { url, call, keys } = options;
  const emulatedKey = apiKeyOf(call);
  const endpoints = vendorEndpoints.parse({
    deepgram: keys.deepgram
      ? { apiKey: keys.deepgram }
      : { apiKey: emulatedKey, baseUrl: `${url.replace(/^http/, 'ws')}/deepgram` },
    openai: keys.openai ? { apiKey: keys.openai } : { apiKey: emulatedKey, baseUrl: `${url}/openai/v1` },
    elevenlabs: keys.elevenlabs
      ? { apiKey: keys.elevenlabs }
      : { apiKey: emulatedKey, baseUrl: `${url}/elevenlabs/v1` },
  });
  const names = ['deepgram', 'openai', 'elevenlabs'] as const;
  return { document: ada(), endpoints, emulated: names.filter((name) => !keys[name]) };
}

/** The sample with what suits synthetic callers: they end their sentences as no human does, and never say goodbye. */
function ada(): AgentDocument {
  const sample = parseAgentDocument(readFileSync(ADA, 'utf8'));
  return {
    ...sample,
    models: sample.models.slice(0, 1),
    voices: sample.voices.slice(0, 1),
    turns: { detection: 'vad' },
    silence: { ...sample.silence, afterMs: 6_000 },
  };
}
