import { readEnv } from '../../lib/env.ts';
import { deployEnv, inherited } from '../env.ts';
import { INTERRUPTED_EXIT_CODE, untilInterrupted } from './interrupt.ts';
import { livekitServer } from './livekit-server.ts';
import { ensureProgram } from './program.ts';
import { startStack, type Stack } from './stack.ts';
import { stateDir } from './state-dir.ts';
import { openState } from './state.ts';

export type Session = {
  stack: Stack;
  /** Aborted by Ctrl-C: finish, the stack is stopped after that. */
  signal: AbortSignal;
  log(line: string): void;
};

/**
 * A local run from the terminal: takes the state folder, starts the stack, lets `work` have it, and stops everything in
 * order however that ended. Returns the exit code.
 */
export async function withStack(
  options: { fresh?: boolean; rooms?: boolean },
  work: (session: Session) => Promise<number>,
): Promise<number> {
  const log = (line: string) => console.log(line);
  const env = inherited();
  const settings = readEnv(deployEnv, env);
  const state = await openState(stateDir(settings), options);
  const { signal, release } = untilInterrupted({ byNpm: env['npm_lifecycle_event'] !== undefined });
  signal.addEventListener('abort', () => log('\nstopping … a second Ctrl-C ends it at once'), { once: true });
  let stack: Stack | undefined;
  try {
    if (options.rooms) await ensureProgram(livekitServer, log);
    stack = await startStack({ state, env, ports: settings, rooms: options.rooms ?? false, log, signal });
    return await work({ stack, signal, log });
  } catch (error) {
    if (signal.aborted) return INTERRUPTED_EXIT_CODE;
    throw error;
  } finally {
    await stack?.stop();
    await state.close();
    release();
  }
}
