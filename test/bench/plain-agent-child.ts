import { fileURLToPath } from 'node:url';
import { AgentServer, initializeLogger, ServerOptions } from '@livekit/agents';

/** An agent process whose jobs have no collector. Reads what the agent's own process reads. */
initializeLogger({ pretty: false, level: 'silent' });
const { LIVEKIT_URL = '', LIVEKIT_API_KEY = '', LIVEKIT_API_SECRET = '', AGENT_PORT = '0' } = process.env;
const server = new AgentServer(
  new ServerOptions({
    agent: fileURLToPath(new URL('./plain-job-child.ts', import.meta.url)),
    ...{ agentName: process.env['LIVEKIT_AGENT_NAME'] ?? '', production: true, numIdleProcesses: 1 },
    ...{ wsURL: LIVEKIT_URL, apiKey: LIVEKIT_API_KEY, apiSecret: LIVEKIT_API_SECRET },
    ...{ host: '127.0.0.1', port: Number(AGENT_PORT), logLevel: 'silent', initializeProcessTimeout: 60_000 },
    loadFunc: () => Promise.resolve(0),
  }),
);
server.event.on('worker_registered', () => process.send?.({ ready: true }));
process.on('disconnect', () => process.exit());
await server.run();
