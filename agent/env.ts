import path from 'node:path';
import { z } from 'zod';
import { readEnv } from '../lib/env.ts';

/** Settings of the agent's commands (docs/settings.md). */
const agentEnv = z.object({
  EARSHOT_STATE_DIR: z.string().default('.earshot'),
  EARSHOT_SPOOL_DIR: z.string().optional(),
});

/** Where events of this machine's agents wait for the broker. */
export function spoolFolder(): string {
  const env = readEnv(agentEnv, process.env);
  return env.EARSHOT_SPOOL_DIR ?? path.join(env.EARSHOT_STATE_DIR, 'spool');
}
