import { EarshotError } from '../../lib/errors.ts';
import type { ApiSettings } from '../env.ts';

/** The LiveKit server that calls are taken in. */
export type LiveKit = {
  apiKey: string;
  /** Signs tokens and webhooks; also keys the hashes that stand for rooms. */
  apiSecret: string;
  /** As browsers reach it; undefined where no web calls are made. */
  url: string | undefined;
  /** Owns the rooms that name no tenant. */
  tenant: string;
  /** Name under which the agent's workers wait for calls. */
  agentName: string;
};

/** Undefined where no LiveKit server is configured. */
export function livekitOf(env: ApiSettings): LiveKit | undefined {
  const { LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret } = env;
  if (apiKey === undefined || apiSecret === undefined) return undefined;
  return { apiKey, apiSecret, url: env.LIVEKIT_URL, tenant: env.LIVEKIT_TENANT, agentName: env.LIVEKIT_AGENT_NAME };
}

/** @param field the setting that is missing */
export function notConfigured(field: string): EarshotError {
  const message = 'is not set, so there are no calls in rooms';
  const fix = 'set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET (docs/settings.md)';
  return new EarshotError({ code: 'rooms_not_configured', field, message, fix });
}
