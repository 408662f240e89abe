import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { AgentServer, initializeLogger, ServerOptions } from '@livekit/agents';
import { describeProblem, EarshotError, messageOf } from '../lib/errors.ts';
import { createLog } from '../lib/log.ts';
import { readAgentEnv, type AgentEnv } from './env.ts';

const here = fileURLToPath(import.meta.url);
/** Beside this file: of the sources when run by tsx, of the build when built. */
const JOB = path.join(path.dirname(here), `job/main${path.extname(here)}`);
/** Two seconds of work to load a job; on a busy machine it may take far longer than the SDK's ten. */
const LOADING_MS = 60_000;
const REGISTERED = 'worker_registered';

/** The agent process: takes jobs from LiveKit and gives each a process of its own. Any number of them may run. */
async function main(): Promise<void> {
  const env = readAgentEnv();
  const log = createLog('agent', { level: env.LOG_LEVEL });
  initializeLogger({ pretty: false, level: env.SDK_LOG_LEVEL });
  const server = new AgentServer(optionsFrom(env));
  server.event.on(REGISTERED, () => {
    log.info({ agentName: env.LIVEKIT_AGENT_NAME }, 'agent is ready');
    process.send?.({ ready: true });
  });
  exitOnSignal(server, env.AGENT_DRAIN_MS);
  await server.run();
}

function optionsFrom(env: AgentEnv): ServerOptions {
  return new ServerOptions({
    agent: JOB,
    agentName: env.LIVEKIT_AGENT_NAME,
    wsURL: env.LIVEKIT_URL,
    apiKey: env.LIVEKIT_API_KEY,
    apiSecret: env.LIVEKIT_API_SECRET,
    production: true,
    port: env.AGENT_PORT,
    host: env.AGENT_HOST,
    initializeProcessTimeout: LOADING_MS,
    drainTimeout: env.AGENT_DRAIN_MS,
    logLevel: env.SDK_LOG_LEVEL,
    ...(env.AGENT_IDLE_PROCESSES === undefined ? {} : { numIdleProcesses: env.AGENT_IDLE_PROCESSES }),
    ...loadLimit(env.AGENT_MAX_LOAD),
  });
}

/** A worker that counts as busy is sent nothing, and LiveKit tells nobody: the caller waits alone. */
function loadLimit(most: number | undefined): Partial<Pick<ServerOptions, 'loadThreshold' | 'loadFunc'>> {
  if (most === undefined) return {};
  return most < 1 ? { loadThreshold: most } : { loadFunc: () => Promise.resolve(0) };
}

/** The first signal: no new calls, those that go on are ended by their callers. A second one: at once. */
function exitOnSignal(server: AgentServer, drainMs: number): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    await server.drain(drainMs).catch(() => undefined);
    await server.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
  process.on('disconnect', () => void stop());
}

main().catch((error: unknown) => {
  const text = error instanceof EarshotError ? describeProblem(error.problem) : messageOf(error);
  process.stderr.write(`agent cannot start: ${text}\n`);
  process.exit(1);
});
