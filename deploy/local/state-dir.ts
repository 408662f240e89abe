import path from 'node:path';
import type { DeployEnv } from '../env.ts';
import { projectRoot } from './child.ts';

/** The state folder: the one that is set, else `.earshot` in the clone. */
export function stateDir({ EARSHOT_STATE_DIR }: Pick<DeployEnv, 'EARSHOT_STATE_DIR'>): string {
  return EARSHOT_STATE_DIR ? path.resolve(EARSHOT_STATE_DIR) : path.join(projectRoot(), '.earshot');
}
