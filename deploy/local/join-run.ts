import type { Command } from 'commander';
import { EarshotError } from '../../lib/errors.ts';
import { readEnv } from '../../lib/env.ts';
import { deployEnv } from '../env.ts';
import { stateDir } from './state-dir.ts';
import { readRun } from './state.ts';

type Env = Record<string, string | undefined>;

/** Commands that need neither broker nor store, by their first words. */
const ALONE = ['analyze', 'demo', 'dev', 'broker', 'collector', 'spool list', 'agent start', 'agent-config check'];

/**
 * Where a run of this clone is up, a command without settings of its own means that run. Fills in what is not set;
 * a broker or store that is named in the environment is left alone.
 */
export async function joinRun(env: Env): Promise<void> {
  if (isTold(env)) return;
  const run = await readRun(stateDir(readEnv(deployEnv, env)));
  for (const [name, value] of Object.entries(run?.env ?? {})) env[name] ||= value;
}

/**
 * Asked once the run is joined, before a command begins: it must not try ports where nobody of ours may be.
 *
 * @throws EarshotError `no_run` when it needs broker or store, and neither a run nor an address says where they are.
 */
export function assertReachable(command: Command, env: Env): void {
  const words = `${wordsOf(command)} `;
  if (isTold(env) || ALONE.some((first) => words.startsWith(`${first} `))) return;
  if (command.getOptionValueSource('nats') === 'cli') return;
  throw new EarshotError({
    code: 'no_run',
    message: `no run is up in ${stateDir(readEnv(deployEnv, env))}`,
    fix: 'start one (npm run dev), or set NATS_URL and CLICKHOUSE_URL to the broker and the store that are meant',
  });
}

function isTold(env: Env): boolean {
  return Boolean(env['NATS_URL'] || env['CLICKHOUSE_URL']);
}

/** `dlq redrive` for the command of that name. */
function wordsOf(command: Command): string {
  const { parent } = command;
  return parent?.parent ? `${wordsOf(parent)} ${command.name()}` : command.name();
}
