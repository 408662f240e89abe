import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { EarshotError, messageOf } from '../../lib/errors.ts';
import { isAlive, markOf, type ProcessMark } from '../../lib/live-process.ts';
import { pause } from '../../lib/retry.ts';

/** `script`: one of ours, by its path from the project's root without extension. `binary`: a foreign program. */
export type Command = { script: string; args?: readonly string[] } | { binary: string; args?: readonly string[] };

export type ChildSpec = {
  name: string;
  command: Command;
  env: Record<string, string>;
  cwd: string;
  logFile: string;
  /** Resolves when the process serves. Absent: the process says so itself, by an IPC message `{ ready: true }`. */
  ready?: (signal: AbortSignal) => Promise<void>;
  /** Told of each process as soon as there is one: the program, and the guard of a foreign one. */
  onSpawn?: (event: { name: string; pid: number }) => void;
};

/** One process, from its start to its end. */
export type Child = {
  /** Of the program itself, not of its guard. */
  pid(): number | undefined;
  /** How it ended: `SIGKILL`, `exit code 1`. */
  exited: Promise<string>;
  /** Asks it to end, and insists after the deadline. */
  end(deadlineMs: number): Promise<void>;
};

const here = fileURLToPath(import.meta.url);
/** The folder above deploy/: of the sources when run by tsx, of the build when built. */
const root = path.resolve(path.dirname(here), '../..');
const extension = path.extname(here);

const START_DEADLINE_MS = 30_000;
const GIVE_UP_DEADLINE_MS = 5_000;
const LOG_TAIL_LINES = 12;

/**
 * Starts a process in a group of its own, so that Ctrl-C reaches the launcher alone and the end can be in order, and
 * waits until it serves. It ends by itself when this process does, even by kill -9. `stop` gives the start up.
 *
 * @throws EarshotError `process_failed` with the end of its log.
 */
export async function startChild(spec: ChildSpec, stop: AbortSignal): Promise<Child> {
  const log = openSync(spec.logFile, 'a', 0o600);
  const [program, ...args] = commandLine(spec.command);
  const stdio = ['ignore', log, log, 'ipc'] as const;
  const handle = spawn(program, args, { cwd: spec.cwd, env: spec.env, detached: true, stdio: [...stdio] });
  closeSync(log);
  const spawned = (name: string, pid: number | undefined) => pid !== undefined && spec.onSpawn?.({ name, pid });
  spawned('binary' in spec.command ? `${spec.name} (guard)` : spec.name, handle.pid);

  let binary: ProcessMark | undefined;
  const isReady = new Promise<void>((resolve) => {
    handle.on('message', (message) => {
      if (typeof message !== 'object' || message === null) return;
      if ('pid' in message) {
        binary = markOf(Number(message.pid));
        spawned(spec.name, binary?.pid);
      }
      if ('ready' in message) resolve();
    });
  });
  const child: Child = {
    pid: () => ('binary' in spec.command ? binary?.pid : handle.pid),
    exited: exitOf(handle).finally(() => killLeftover(binary)),
    end: (deadlineMs) => end(handle, child.exited, deadlineMs),
  };
  await untilServing(spec, child, isReady, stop);
  return child;
}

async function untilServing(spec: ChildSpec, child: Child, isReady: Promise<void>, stop: AbortSignal): Promise<void> {
  const settled = new AbortController();
  const givenUp = AbortSignal.any([stop, settled.signal]);
  const late = pause(START_DEADLINE_MS, givenUp).then(() => lateness(stop));
  const ended = child.exited.then((how) => `ended at its start (${how})`);
  const serves = (spec.ready?.(givenUp) ?? isReady).then(() => undefined, messageOf);
  const failure = await Promise.race([serves, ended, late]);
  settled.abort();
  if (failure === undefined) return;
  await child.end(GIVE_UP_DEADLINE_MS);
  throw new EarshotError({
    code: 'process_failed',
    field: spec.name,
    message: `${failure}; its last words:\n${tail(spec.logFile)}`,
    fix: `see ${spec.logFile}`,
  });
}

function lateness(stop: AbortSignal): string {
  return stop.aborted ? 'was stopped at its start' : `was not ready after ${START_DEADLINE_MS / 1_000} s`;
}

function commandLine(command: Command): [string, ...string[]] {
  const args = command.args ?? [];
  if ('binary' in command) {
    return [process.execPath, path.join(projectRoot(), 'deploy/local/guard.mjs'), command.binary, ...args];
  }
  const loader = extension === '.ts' ? ['--import', tsxUrl()] : [];
  return [process.execPath, ...loader, path.join(root, command.script + extension), ...args];
}

/** The clone, also when this file is the built one under dist/. */
export function projectRoot(): string {
  return extension === '.ts' ? root : path.dirname(root);
}

export function tsxUrl(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
}

function exitOf(handle: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    handle.once('error', (error) => resolve(error.message));
    handle.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
}

async function end(handle: ChildProcess, exited: Promise<string>, deadlineMs: number): Promise<void> {
  handle.kill('SIGTERM');
  const timer = setTimeout(() => handle.kill('SIGKILL'), deadlineMs);
  await exited;
  clearTimeout(timer);
}

/** A guard that was killed cannot end its program any more. */
function killLeftover(binary: ProcessMark | undefined): void {
  if (binary && isAlive(binary)) process.kill(binary.pid, 'SIGKILL');
}

function tail(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-LOG_TAIL_LINES).join('\n');
}
