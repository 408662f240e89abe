import type { Environment } from '../env.ts';
import type { ProcessSpec } from './process.ts';
import type { State } from './state.ts';

/** What the starters of a local run's parts share. */
export type Supervision = Pick<ProcessSpec, 'signal' | 'onSpawn' | 'onDeath' | 'onReturn'> & {
  state: State;
  /** What the process inherits. */
  env: Environment;
};
