import { readEnv } from '../../lib/env.ts';
import { deployEnv } from '../env.ts';
import { stateDir } from './session.ts';
import { readRun } from './state.ts';

/**
 * Where a run of this clone is up, a command without settings of its own means that run. Fills in what is not set;
 * a broker or store that is named in the environment is left alone.
 */
export async function joinRun(env: Record<string, string | undefined>): Promise<void> {
  if (env['NATS_URL'] || env['CLICKHOUSE_URL']) return;
  const run = await readRun(stateDir(readEnv(deployEnv, env)));
  for (const [name, value] of Object.entries(run?.env ?? {})) env[name] ||= value;
}
