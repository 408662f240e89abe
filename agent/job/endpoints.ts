import { EarshotError } from '../../lib/errors.ts';
import type { AgentEnv } from '../env.ts';
import type { Endpoint, VendorEndpoints } from '../session/settings.ts';
import type { Dispatch } from './dispatch.ts';

/** Vendors that are emulated when `EARSHOT_VENDORS_URL` is set: all of them. */
export function emulatedVendors({ EARSHOT_VENDORS_URL: url }: AgentEnv): string[] {
  return url === undefined ? [] : ['deepgram', 'openai', 'elevenlabs'];
}

/**
 * Where the vendors are and by which keys.
 *
 * @throws EarshotError `bad_dispatch` when the dispatch names a key and no vendor is emulated: a real one's is a setting
 */
export function endpointsOf(env: AgentEnv, { vendorKey }: Dispatch): VendorEndpoints {
  const { EARSHOT_VENDORS_URL: url } = env;
  if (url !== undefined) return emulatedEndpoints(url, vendorKey ?? 'emulated-nobody');
  if (vendorKey !== undefined) {
    const message = 'is for emulated vendors only';
    const fix = 'leave it out, or set EARSHOT_VENDORS_URL';
    throw new EarshotError({ code: 'bad_dispatch', field: 'vendorKey', message, fix });
  }
  return {
    ...one('deepgram', env.DEEPGRAM_API_KEY, env.DEEPGRAM_URL),
    ...one('openai', env.OPENAI_API_KEY, env.OPENAI_BASE_URL),
    ...one('elevenlabs', env.ELEVEN_API_KEY, env.ELEVEN_BASE_URL),
    ...(env.COMPATIBLE_BASE_URL === undefined
      ? {}
      : { compatible: { apiKey: env.COMPATIBLE_API_KEY, baseUrl: env.COMPATIBLE_BASE_URL } }),
  };
}

/** Where `test/vendors` and the like serve the vendors' protocols, for the call that they know by this key. */
export function emulatedEndpoints(url: string, apiKey: string): Required<VendorEndpoints> {
  return {
    deepgram: { apiKey, baseUrl: `${url.replace(/^http/, 'ws')}/deepgram` },
    openai: { apiKey, baseUrl: `${url}/openai/v1` },
    elevenlabs: { apiKey, baseUrl: `${url}/elevenlabs/v1` },
    compatible: { apiKey, baseUrl: `${url}/openai/v1` },
  };
}

function one(vendor: keyof VendorEndpoints, apiKey: string | undefined, baseUrl: string | undefined): VendorEndpoints {
  const endpoint: Endpoint | undefined = apiKey ? { apiKey, ...(baseUrl ? { baseUrl } : {}) } : undefined;
  return endpoint ? { [vendor]: endpoint } : {};
}
