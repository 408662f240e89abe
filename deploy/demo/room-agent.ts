import path from 'node:path';
import type { Environment } from '../env.ts';
import { projectRoot } from '../local/child.ts';
import { VENDOR_KEYS } from './cast.ts';

const DOCUMENT = 'test/callers/agent.yaml';
/** As many as there are lines. */
const IDLE = 2;

/** Whether the agent talks to the real vendors: when that was asked for and all of their keys are set. */
export function talksToVendors(vendors: boolean, env: Environment): boolean {
  return vendors && Object.values(VENDOR_KEYS).every((key) => env[key]);
}

/** Settings of the agent that takes the demo's calls in rooms. */
export function roomAgent(vendorsUrl: string, real: boolean): Environment {
  return {
    AGENT_CONFIG: path.join(projectRoot(), DOCUMENT),
    AGENT_IDLE_PROCESSES: String(IDLE),
    // Two calls and their callers keep a small machine busy, and a busy agent would be sent nothing.
    AGENT_MAX_LOAD: '1',
    ...(real ? {} : { EARSHOT_VENDORS_URL: vendorsUrl }),
  };
}
