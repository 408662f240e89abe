import type { Turn } from './claim.ts';
import { countsOf } from './counts.ts';

/** "six offices", for what is told per office: how many there are of each, by its singular. */
export function sitesOf(turns: readonly Turn[]): Map<string, number> {
  const counts = turns.flatMap(({ said }) => countsOf(said)).filter(({ counts }) => counts === 'things');
  return new Map(
    counts.flatMap(({ noun, quantity }) => (noun ? [[noun.replace(/s$/u, ''), quantity.value] as const] : [])),
  );
}
