import path from 'node:path';
import { z } from 'zod';
import { readEnv } from '../lib/env.ts';

const whole = z.coerce.number().int();

/** Settings of the agent's commands (docs/settings.md). */
const commandEnv = z.object({
  EARSHOT_STATE_DIR: z.string().default('.earshot'),
  EARSHOT_SPOOL_DIR: z.string().optional(),
});

/** Settings of the agent process and of its jobs. */
const agentEnv = commandEnv.extend({
  LIVEKIT_URL: z.url({ protocol: /^(wss?|https?)$/ }),
  LIVEKIT_API_KEY: z.string().min(1),
  LIVEKIT_API_SECRET: z.string().min(1),
  /** Whom dispatches ask for. */
  LIVEKIT_AGENT_NAME: z.string().min(1).default('earshot'),
  NATS_URL: z.string().default('nats://127.0.0.1:4222'),
  NATS_USER: z.string().optional(),
  NATS_PASSWORD: z.string().optional(),
  NATS_CREDS: z.string().optional(),
  /** Whose calls they are when the dispatch does not say. */
  EARSHOT_TENANT: z.string().default('local'),
  EARSHOT_HEARTBEAT_MS: whole.positive().default(5_000),
  DEEPGRAM_API_KEY: z.string().optional(),
  DEEPGRAM_URL: z.url().optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: z.url().optional(),
  ELEVEN_API_KEY: z.string().optional(),
  ELEVEN_BASE_URL: z.url().optional(),
  /** Models of the vendor `compatible`; many a service of one's own asks for no key. */
  COMPATIBLE_API_KEY: z.string().default('none'),
  COMPATIBLE_BASE_URL: z.url().optional(),
  /** Keys of the services that a document names. */
  KNOWLEDGE_TOKEN: z.string().optional(),
  CALENDAR_TOKEN: z.string().optional(),
  HANDOVER_TOKEN: z.string().optional(),
  /** The agent's document where none was published. */
  AGENT_CONFIG: z.string().optional(),
  /** All three vendors are emulated there, and no key is used. */
  EARSHOT_VENDORS_URL: z.url().optional(),
  /** Health of the process: `/` and `/worker`. */
  AGENT_HOST: z.string().default('127.0.0.1'),
  AGENT_PORT: whole.min(0).max(65_535).default(8_081),
  /** Processes that wait for a call, loaded. */
  AGENT_IDLE_PROCESSES: whole.positive().optional(),
  /** Load of the machine, 0-1, above which no call is taken; the SDK's own unless given, 1: every call is taken. */
  AGENT_MAX_LOAD: z.coerce.number().positive().max(1).optional(),
  /** How long calls that go on may last after the process was asked to end, ms. */
  AGENT_DRAIN_MS: whole.positive().default(3_600_000),
  LOG_LEVEL: z.string().default('info'),
  /** The SDK's own log, which holds callers' words. */
  SDK_LOG_LEVEL: z.string().default('warn'),
});
export type AgentEnv = z.infer<typeof agentEnv>;

export function readAgentEnv(): AgentEnv {
  return readEnv(agentEnv, process.env);
}

/** Where events of this machine's agents wait for the broker. */
export function spoolFolder(): string {
  const env = readEnv(commandEnv, process.env);
  return env.EARSHOT_SPOOL_DIR ?? path.join(env.EARSHOT_STATE_DIR, 'spool');
}
