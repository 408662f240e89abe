import { z } from 'zod';
import { storeEnv } from '../clickhouse/env.ts';
import { token } from '../events/ids.ts';
import type { BrokerSettings } from '../lib/broker/connection.ts';
import { readEnv } from '../lib/env.ts';
import { EarshotError } from '../lib/errors.ts';

/** Settings of the api process and its commands (docs/settings.md). */
const apiEnv = storeEnv
  .extend({
    NATS_URL: z.string().default('nats://127.0.0.1:4222'),
    NATS_USER: z.string().optional(),
    NATS_PASSWORD: z.string().optional(),
    NATS_CREDS: z.string().optional(),
    /** Loopback unless told otherwise. Port 0 takes a free one. */
    API_HOST: z.string().default('127.0.0.1'),
    API_PORT: z.coerce.number().int().min(0).max(65_535).default(8_080),
    /** Where people reach it; with https the cookie is sent over https only. */
    EARSHOT_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    /** Requests a minute and key, and failed logins a minute and address; by process. */
    API_RATE_LIMIT: z.coerce.number().int().positive().default(600),
    /** The answer that callers should get within, ms. */
    TARGET_MS: z.coerce.number().positive().default(1_000),
    /** The LiveKit server: as browsers reach it, and the key that signs tokens and webhooks. Without them: no rooms. */
    LIVEKIT_URL: z.url({ protocol: /^wss?$/ }).optional(),
    LIVEKIT_API_KEY: z.string().optional(),
    LIVEKIT_API_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
    /** Owns the rooms that name no tenant. */
    LIVEKIT_TENANT: token.default('local'),
    /** Name under which the agent's workers wait for calls. */
    LIVEKIT_AGENT_NAME: z.string().default('earshot'),
    /** Web calls that a key may start in a minute; by process. */
    WEB_CALLS_LIMIT: z.coerce.number().int().positive().default(10),
    LOG_LEVEL: z.string().default('info'),
  })
  .refine((env) => (env.LIVEKIT_API_KEY === undefined) === (env.LIVEKIT_API_SECRET === undefined), {
    path: ['LIVEKIT_API_SECRET'],
    message: 'LIVEKIT_API_KEY and LIVEKIT_API_SECRET belong together: set both or none',
  });
export type ApiSettings = z.infer<typeof apiEnv>;

export function readApiEnv(env: Record<string, string | undefined> = process.env): ApiSettings {
  return readEnv(apiEnv, env);
}

export function brokerSettings(env: ApiSettings): BrokerSettings {
  return {
    url: env.NATS_URL,
    user: env.NATS_USER,
    password: env.NATS_PASSWORD,
    creds: env.NATS_CREDS,
    inboxPrefix: '_INBOX_api',
  };
}

/**
 * Where people reach the api, without a slash at its end.
 *
 * @throws EarshotError `bad_setting` where a free port was asked for, which nobody can know.
 */
export function publicUrl(env: ApiSettings): string {
  const { EARSHOT_PUBLIC_URL, API_HOST, API_PORT } = env;
  if (EARSHOT_PUBLIC_URL !== undefined) return EARSHOT_PUBLIC_URL.replace(/\/+$/, '');
  if (API_PORT === 0) {
    const message = 'is not set, and API_PORT=0 takes any free port';
    const fix = 'set EARSHOT_PUBLIC_URL to the address of the dashboard';
    throw new EarshotError({ code: 'bad_setting', field: 'EARSHOT_PUBLIC_URL', message, fix });
  }
  const host = API_HOST === '0.0.0.0' || API_HOST === '::' ? '127.0.0.1' : API_HOST;
  return `http://${host.includes(':') ? `[${host}]` : host}:${API_PORT}`;
}
