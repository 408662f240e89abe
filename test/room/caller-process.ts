import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A caller in a process of his own, who can be killed. */
export type CallerProcess = {
  /** Identity of the agent that he is talking to. */
  agent: string;
  kill(): void;
};

const MAIN = fileURLToPath(new URL('./caller-main.ts', import.meta.url));

/** Resolves when he has said the line, and the agent is answering. */
export async function startCallerProcess(what: {
  url: string;
  token: string;
  vendorsUrl: string;
  /** As the emulated vendors know the call. */
  call: string;
  text: string;
}): Promise<CallerProcess> {
  const child = fork(MAIN, [JSON.stringify(what)], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`the caller ended with ${code}`);
  });
  const [agent] = await Promise.race([once(child, 'message'), failed]);
  // From here on he is meant to die.
  failed.catch(() => undefined);
  return { agent: String(agent), kill: () => void child.kill('SIGKILL') };
}
