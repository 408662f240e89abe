import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot, tsxUrl } from '../local/child.ts';
import { messageOf } from '../../lib/errors.ts';

/** A process of the demo's cast: callers and emulated vendors, which live under test/. */
export type CastMember = {
  process: ChildProcess;
  /** Exit code, or -1 when it was killed or could not be started. */
  exited: Promise<number>;
};

export type CastOptions = {
  script: string;
  /** A module that is loaded before anything else, from the project's root. */
  preload?: string;
  args?: readonly string[];
  env: Record<string, string>;
  /** The end of what it says on stderr is kept for a failure's message. */
  onMessage(message: unknown): void;
  onStderr(text: string): void;
};

/** Starts one. It ends by itself when this process does: it watches the IPC channel. */
export function startCastMember({ script, preload, args = [], env, onMessage, onStderr }: CastOptions): CastMember {
  const child = fork(path.join(projectRoot(), script), [...args], {
    env,
    execArgv: [
      ...(preload ? ['--import', pathToFileURL(path.join(projectRoot(), preload)).href] : []),
      '--import',
      tsxUrl(),
    ],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    detached: true,
  });
  child.on('message', onMessage);
  child.stderr?.on('data', (chunk: Buffer) => onStderr(chunk.toString()));
  const exited = new Promise<number>((resolve) => {
    child.once('exit', (code) => resolve(code ?? -1));
    child.once('error', (error) => {
      onStderr(messageOf(error));
      resolve(-1);
    });
  });
  return { process: child, exited };
}
