import { access, constants } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { EarshotError, messageOf } from '../../lib/errors.ts';
import { inherited, type Environment } from '../env.ts';
import type { Road } from './program-roads.ts';
import { run } from './run-command.ts';

/** A foreign program that a run starts: where it is looked for, and how one is had. */
export type Program = {
  name: string;
  /** The setting that names one's own. */
  variable: string;
  /** Older ones will not do. */
  oldest: string;
  roads: readonly Road[];
  /** Code of the error when there is none. */
  missing: string;
  /** What a person types where no road leads to one. */
  howToInstall: string;
  /** What is said before it is fetched, where that takes long. */
  slow?: string;
  /** What fetches it. */
  setup: string;
};

export type Search = {
  env?: Environment;
  roads?: readonly Road[];
  /** Looked at after PATH. */
  adminFolders?: readonly string[];
};

/** Debian puts servers where an ordinary user's PATH does not look. */
const ADMIN_FOLDERS = ['/usr/sbin', '/usr/local/sbin'];

/**
 * Path of a usable binary: the one its variable names, then PATH, then the user's cache. Fetches nothing.
 *
 * @throws EarshotError with the program's code, saying what was looked at and what to type.
 */
export async function findProgram(program: Program, search: Search = {}): Promise<string> {
  const { binary, unfit } = await look(program, search);
  if (binary) return binary;
  throw missing(program, unfit, program.setup);
}

/**
 * As `findProgram`, and fetches one into the user's cache when there is none. Several processes may do so at once.
 *
 * @throws EarshotError with the program's code when no road leads to one.
 */
export async function ensureProgram(
  program: Program,
  log: (line: string) => void,
  search: Search = {},
): Promise<string> {
  const { env = inherited(), roads = program.roads } = search;
  const { binary, unfit } = await look(program, search);
  if (binary) return binary;
  for (const road of roads) {
    if (program.slow) log(`${program.name}: ${program.slow} …`);
    const startedAt = performance.now();
    try {
      const target = cached(program, env, road.version);
      await road.fetch(target, env);
      log(`${program.name} ${road.version} (${road.name}, ${((performance.now() - startedAt) / 1_000).toFixed(1)} s)`);
      return target;
    } catch (error) {
      unfit.push(`${road.name}: ${messageOf(error).trim().split('\n').at(-1)}`);
    }
  }
  const fix = `${program.howToInstall}, then the same command again; or set ${program.variable} to the path of one`;
  throw missing(program, unfit, fix);
}

async function look(program: Program, search: Search): Promise<{ binary?: string; unfit: string[] }> {
  const { env = inherited(), adminFolders = ADMIN_FOLDERS } = search;
  const named = env[program.variable];
  if (named) {
    const why = await unfitness(program, named);
    if (why === undefined) return { binary: named, unfit: [] };
    throw new EarshotError({
      code: program.missing,
      field: program.variable,
      message: `${named} ${why}`,
      fix: `set ${program.variable} to a ${program.name} of at least ${program.oldest}, or unset it`,
    });
  }
  const unfit: string[] = [];
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const places = [...folders, ...adminFolders].map((folder) => path.join(folder, fileName(program)));
  const inCache = program.roads.map(({ version }) => cached(program, env, version));
  for (const place of new Set([...places, ...inCache])) {
    if (!(await isExecutable(place))) continue;
    const why = await unfitness(program, place);
    if (why === undefined) return { binary: place, unfit };
    unfit.push(`${place} ${why}`);
  }
  return { unfit };
}

/** Why a binary cannot be used; undefined when it can. */
async function unfitness({ oldest }: Program, binary: string): Promise<string | undefined> {
  try {
    const version = /\bv?(\d+\.\d+\.\d+)/.exec(await run(binary, ['--version']))?.[1];
    if (version === undefined) return 'does not tell its version';
    return isAtLeast(version, oldest) ? undefined : `is ${version}, at least ${oldest} is needed`;
  } catch {
    return 'cannot be run';
  }
}

function isAtLeast(version: string, oldest: string): boolean {
  return version.localeCompare(oldest, 'en', { numeric: true }) >= 0;
}

function cached(program: Program, env: Environment, version: string): string {
  const root = env['XDG_CACHE_HOME'] || path.join(env['HOME'] || os.homedir(), '.cache');
  return path.join(root, 'earshot', program.name, version, fileName(program));
}

function fileName({ name }: Program): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}

function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

function missing(program: Program, unfit: string[], fix: string): EarshotError {
  const seen = unfit.length > 0 ? ` (${unfit.join('; ')})` : '';
  const message = `no ${program.name} of at least ${program.oldest} on this machine${seen}`;
  return new EarshotError({ code: program.missing, field: program.name, message, fix });
}
