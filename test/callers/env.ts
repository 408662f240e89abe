import { z } from 'zod';

/** Settings of one call's process. Vendor keys are used only with `--vendors`. */
export const callerEnv = z.object({
  EARSHOT_VENDORS_URL: z.url(),
  DEEPGRAM_API_KEY: z.string().optional(),
  OPENAI_API_KEY: z.string().optional(),
  ELEVEN_API_KEY: z.string().optional(),
  /** Unset: the call is made, and nothing of it is published. */
  NATS_URL: z.string().optional(),
  NATS_USER: z.string().optional(),
  NATS_PASSWORD: z.string().optional(),
  NATS_CREDS: z.string().optional(),
  EARSHOT_TENANT: z.string().default('local'),
  EARSHOT_STATE_DIR: z.string().default('.earshot'),
  EARSHOT_SPOOL_DIR: z.string().optional(),
  EARSHOT_HEARTBEAT_MS: z.coerce.number().int().positive().default(5_000),
  /** With `--room`. */
  LIVEKIT_URL: z.string().default(''),
  LIVEKIT_API_KEY: z.string().default(''),
  LIVEKIT_API_SECRET: z.string().default(''),
  LIVEKIT_AGENT_NAME: z.string().default('earshot'),
  LOG_LEVEL: z.string().default('warn'),
  /** The SDK's own log, which holds callers' words. */
  SDK_LOG_LEVEL: z.string().default('silent'),
});
export type CallerEnv = z.infer<typeof callerEnv>;
