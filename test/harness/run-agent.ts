import { fileURLToPath } from 'node:url';
import { AgentServer, initializeLogger, ServerOptions } from '@livekit/agents';
import { readAgentEnv } from '../../agent/env.ts';

const LOADING_MS = 60_000;

/** An agent process with jobs of a test's own. Reads what the agent's own process reads. @param job the file of its jobs */
export async function runAgent(job: URL): Promise<void> {
  initializeLogger({ pretty: false, level: 'silent' });
  const env = readAgentEnv();
  const server = new AgentServer(
    new ServerOptions({
      agent: fileURLToPath(job),
      ...{ agentName: env.LIVEKIT_AGENT_NAME, production: true, numIdleProcesses: 1 },
      ...{ wsURL: env.LIVEKIT_URL, apiKey: env.LIVEKIT_API_KEY, apiSecret: env.LIVEKIT_API_SECRET },
      ...{ host: env.AGENT_HOST, port: env.AGENT_PORT, logLevel: 'silent', initializeProcessTimeout: LOADING_MS },
      loadFunc: () => Promise.resolve(0),
    }),
  );
  server.event.on('worker_registered', () => process.send?.({ ready: true }));
  process.on('disconnect', () => process.exit());
  await server.run();
}
