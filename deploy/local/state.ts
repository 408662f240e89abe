import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EarshotError } from '../../lib/errors.ts';
import { lockHolder, takeLock, type Lock } from '../../lib/folder-lock.ts';
import { isAlive, type ProcessMark } from '../../lib/live-process.ts';
import { pause } from '../../lib/retry.ts';

/** What a run tells other commands and the run after it. */
export type RunFacts = {
  /** Settings with which a command reaches this run: `NATS_URL`, `CLICKHOUSE_URL`, … */
  env: Record<string, string>;
  children: (ProcessMark & { name: string })[];
};

/** The folder of a local run, held by this process alone. */
export type State = {
  dir: string;
  nats: string;
  clickhouse: string;
  spool: string;
  logs: string;
  /** Writes what is up; the last word counts. */
  publish(facts: RunFacts): Promise<void>;
  /** Gives the folder back. What is in it stays. */
  close(): Promise<void>;
};

const MARKER = '.earshot-state';
const RUN = 'run.json';
const PREVIOUS = '.previous.log';
const FOLDERS = ['nats', 'clickhouse', 'spool', 'logs'] as const;
const OURS: readonly string[] = [MARKER, RUN, ...FOLDERS];
const OUR_PREFIXES = ['lock.', `${RUN}.`];
/** What the children of a run that was killed get to end by themselves. */
const ORPHAN_PATIENCE_MS = 12_000;
const POLL_MS = 50;

/**
 * Takes the folder for this process; makes it where there is none. `fresh` empties it first.
 *
 * @throws EarshotError `state_in_use` while another run is up, `not_a_state_folder` for a folder of somebody else.
 */
export async function openState(dir: string, options: { fresh?: boolean } = {}): Promise<State> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  await refuseForeign(dir);
  await chmod(dir, 0o700);
  await writeFile(path.join(dir, MARKER), 'The data of a local Earshot run. `npm run demo -- --fresh` empties it.\n');

  const lock = lockOrThrow(dir);
  await endOrphans(dir);
  await rm(path.join(dir, RUN), { force: true });
  const folder = (name: (typeof FOLDERS)[number]) => path.join(dir, name);
  if (options.fresh) await Promise.all(FOLDERS.map((name) => rm(folder(name), { recursive: true, force: true })));
  await Promise.all(FOLDERS.map((name) => mkdir(folder(name), { recursive: true, mode: 0o700 })));
  await setLogsAside(folder('logs'));
  return {
    dir,
    nats: folder('nats'),
    clickhouse: folder('clickhouse'),
    spool: folder('spool'),
    logs: folder('logs'),
    publish: (facts) => replace(path.join(dir, RUN), JSON.stringify(facts, undefined, 2)),
    close: async () => {
      await rm(path.join(dir, RUN), { force: true });
      lock.release();
    },
  };
}

function lockOrThrow(dir: string): Lock {
  for (;;) {
    const lock = takeLock(dir);
    if (lock) return lock;
    const holder = lockHolder(dir);
    if (holder) throw inUse(dir, holder);
  }
}

/** The run that is up in this folder, if there is one. */
export async function readRun(dir: string): Promise<RunFacts | undefined> {
  return lockHolder(dir) && readFacts(dir);
}

async function readFacts(dir: string): Promise<RunFacts | undefined> {
  try {
    return JSON.parse(await readFile(path.join(dir, RUN), 'utf8')) as RunFacts;
  } catch {
    return undefined;
  }
}

async function refuseForeign(dir: string): Promise<void> {
  const entries = await readdir(dir);
  const foreign = entries.find(
    (entry) => !OURS.includes(entry) && !OUR_PREFIXES.some((prefix) => entry.startsWith(prefix)),
  );
  if (entries.includes(MARKER) || foreign === undefined) return;
  throw new EarshotError({
    code: 'not_a_state_folder',
    field: 'EARSHOT_STATE_DIR',
    message: `${dir} holds ${foreign}, which is not ours`,
    fix: 'set EARSHOT_STATE_DIR to a folder that does not exist yet, or unset it',
  });
}

/**
 * Children of a run whose launcher was killed end by themselves; only when they have is their data free. One that
 * hangs, or whose guard was killed too, is ended here.
 */
async function endOrphans(dir: string): Promise<void> {
  const left = () => facts?.children.filter((child) => isAlive(child)) ?? [];
  const facts = await readFacts(dir);
  const deadline = performance.now() + ORPHAN_PATIENCE_MS;
  while (left().length > 0 && performance.now() < deadline) await pause(POLL_MS);
  for (const { pid } of left()) process.kill(pid, 'SIGKILL');
  while (left().length > 0) await pause(POLL_MS);
}

/** A run starts with empty logs; those of the run before are kept. */
async function setLogsAside(dir: string): Promise<void> {
  const logs = (await readdir(dir)).filter((name) => name.endsWith('.log') && !name.endsWith(PREVIOUS));
  for (const name of logs) await rename(path.join(dir, name), path.join(dir, name.replace(/\.log$/, PREVIOUS)));
}

async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}.draft`, text, { mode: 0o600 });
  await rename(`${file}.draft`, file);
}

function inUse(dir: string, holder: ProcessMark): EarshotError {
  return new EarshotError({
    code: 'state_in_use',
    field: 'EARSHOT_STATE_DIR',
    message: `${dir} is used by another run, process ${holder.pid}`,
    fix: `stop that run (Ctrl-C in its terminal, or kill ${holder.pid}), or set EARSHOT_STATE_DIR to another folder`,
  });
}
