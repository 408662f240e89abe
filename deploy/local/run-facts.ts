import type { Environment } from '../env.ts';
import { messageOf } from '../../lib/errors.ts';
import { isAlive, markOf } from '../../lib/live-process.ts';
import type { State, RunFacts } from './state.ts';
import type { Supervision } from './supervision.ts';

export type FactKeeper = Required<Pick<Supervision, 'onSpawn' | 'onDeath' | 'onReturn'>> & {
  /** Says how commands reach the run. */
  publish(env: Environment): Promise<void>;
};

/** Keeps the folder's `run.json` true while processes die and come back, and tells the person about it. */
export function keepFacts(state: State, log: (line: string) => void): FactKeeper {
  const facts: RunFacts = { env: {}, children: [] };
  let writing = Promise.resolve();
  const write = (): Promise<void> => {
    facts.children = facts.children.filter((child) => isAlive(child));
    const next = () => state.publish(facts);
    writing = writing.then(next, next);
    return writing;
  };
  return {
    onSpawn: ({ name, pid }) => {
      const mark = markOf(pid);
      if (mark) facts.children.push({ name, ...mark });
      write().catch((error: unknown) => log(`run.json cannot be written (${messageOf(error)})`));
    },
    onDeath: ({ name, how, waitMs }) => log(`${name} died (${how}), is started again in ${waitMs} ms`),
    onReturn: ({ name, pid }) => log(`${name} is back (process ${pid})`),
    publish: (env) => {
      facts.env = env;
      return write();
    },
  };
}
