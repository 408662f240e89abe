import { readFileSync } from 'node:fs';
import { parseAgentDocument } from '../../agent/config/read.ts';
import type { AgentDocument } from '../../agent/config/document.ts';
import { emulatedEndpoints } from '../../agent/job/endpoints.ts';
import type { VendorEndpoints } from '../../agent/session/settings.ts';
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
  const emulated = emulatedEndpoints(url, apiKeyOf(call));
  const endpointOf = (name: keyof VendorKeys) => {
    const apiKey = keys[name];
    return apiKey ? { apiKey } : emulated[name];
  };
  const names = ['deepgram', 'openai', 'elevenlabs'] as const;
  const endpoints = Object.fromEntries(names.map((name) => [name, endpointOf(name)]));
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
