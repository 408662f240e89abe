import path from 'node:path';
import { projectRoot } from './child.ts';
import { startProcess, type Running } from './process.ts';
import type { Supervision } from './supervision.ts';

/** Callers of a local run are not waited for. */
const DRAIN_MS = 2_000;

/** The agent process; `env` says where the rooms are, and which vendors. */
export async function startAgent(
  { state, env, ...supervision }: Supervision,
  port: number,
): Promise<{ process: Running; url: string }> {
  const process = await startProcess({
    name: 'agent',
    command: { script: 'agent/main' },
    env: { AGENT_DRAIN_MS: String(DRAIN_MS), ...env, AGENT_HOST: '127.0.0.1', AGENT_PORT: String(port) },
    // An agent's document names folders from there.
    cwd: projectRoot(),
    logFile: path.join(state.logs, 'agent.log'),
    ...supervision,
  });
  return { process, url: `http://127.0.0.1:${port}` };
}
