import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { agentInbox } from '../../events/subjects.ts';
import { createLog, type Log } from '../../lib/log.ts';
import { openLink, type NatsSettings } from '../collector/connection.ts';
import { followAgentConfigs, type AgentConfigs } from '../config/agent-configs.ts';
import type { AgentDocument } from '../config/document.ts';
import type { PinnedConfig } from '../config/pinned.ts';
import { readAgentEnv, spoolFolder, type AgentEnv } from '../env.ts';
import { openPorts, type Ports } from '../session/ports.ts';
import { readRecording } from './announcer.ts';
import type { Dispatch } from './dispatch.ts';
import type { Recordings } from './shipped.ts';

/** What a job process has at hand before its call comes. */
export type Warm = {
  env: AgentEnv;
  log: Log;
  recordings: Recordings;
  /** The configuration that a call keeps to its end. */
  pin(tenant: string, wanted: Dispatch['config']): Promise<PinnedConfig>;
  ports(document: AgentDocument): Promise<Ports>;
  nats(tenant: string): NatsSettings;
  spoolDir: string;
};

const audio = (name: string) => fileURLToPath(new URL(`../audio/${name}`, import.meta.url));
const SAMPLE = new URL('../config/sample/ada.yaml', import.meta.url);

/**
 * Loads what every call needs, and follows the tenant's configuration: a version that is published while the process waits is
 * the next call's.
 *
 * @throws EarshotError `bad_setting`, `bad_recording`, `bad_agent_document`
 */
export async function warmUp(): Promise<Warm> {
  const env = readAgentEnv();
  const log = createLog('job', { level: env.LOG_LEVEL });
  const [moment, goodbye, fileText] = await Promise.all([
    readRecording(audio('moment')),
    readRecording(audio('goodbye')),
    readFile(env.AGENT_CONFIG ?? SAMPLE, 'utf8'),
  ]);
  const nats = (tenant: string): NatsSettings => ({
    ...{ url: env.NATS_URL, user: env.NATS_USER, pass: env.NATS_PASSWORD, creds: env.NATS_CREDS },
    inboxPrefix: agentInbox(tenant),
  });
  const onProblem = (problem: object) => log.warn({ problem }, 'configuration problem');
  const followed = new Map<string, Promise<AgentConfigs>>();
  const configsOf = (tenant: string): Promise<AgentConfigs> => {
    const link = openLink(nats(tenant), onProblem);
    const configs = followAgentConfigs({ link, tenant, fileText, stateDir: env.EARSHOT_STATE_DIR, onProblem });
    followed.set(tenant, configs);
    return configs;
  };
  await configsOf(env.EARSHOT_TENANT);

  const { KNOWLEDGE_TOKEN: knowledgeToken, CALENDAR_TOKEN: calendarToken, HANDOVER_TOKEN: handoverToken } = env;
  const livekit = { url: env.LIVEKIT_URL, apiKey: env.LIVEKIT_API_KEY, apiSecret: env.LIVEKIT_API_SECRET };
  return {
    ...{ env, log, nats, recordings: { moment, goodbye }, spoolDir: spoolFolder() },
    pin: async (tenant, wanted) => {
      const configs = await (followed.get(tenant) ?? configsOf(tenant));
      if (wanted === undefined) return configs.current();
      if (wanted.version !== undefined) return configs.version(wanted.name, wanted.version);
      await configs.follow(wanted.name);
      return configs.current(wanted.name);
    },
    ports: ({ tools }) => openPorts(tools, { knowledgeToken, calendarToken, handoverToken, livekit }),
  };
}
