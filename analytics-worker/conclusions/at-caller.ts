import type { Known } from './facts.ts';
import type { Quarantine } from './quarantine.ts';
import type { Turn } from './types.ts';

/**
 * The caller's clock is not the agent's, and what he hears passed the network: an answer that began for him so much earlier
 * or later than at the agent is still the same, ms.
 */
const TOLERANCE_MS = 2_500;

type Pair = { turn: Turn; page: number; heardMs: number; distance: number };

/**
 * What the page of the caller measured, laid beside the turn whose answer began nearest in time, each once. Another basis
 * than the agent's: a second value, never in its place (docs/waterfall.md).
 */
export function withHeardAtCaller(turns: readonly Turn[], known: Known, quarantine: Quarantine): Turn[] {
  const pairs = known
    .of('page.heard')
    .flatMap((one, page) => {
      const heardMs = quarantine.trusted(one, 'heardMs', one.fact.data.heardMs);
      const startedAt = quarantine.trusted(one, 'startedAtMs', one.fact.data.startedAtMs);
      if (heardMs === null || startedAt === null) return [];
      return turns.flatMap((turn): Pair[] => {
        const distance = turn.turn === 0 || turn.heardAt === null ? Infinity : Math.abs(startedAt - turn.heardAt);
        return distance <= TOLERANCE_MS ? [{ turn, page, heardMs, distance }] : [];
      });
    })
    .toSorted((a, b) => a.distance - b.distance || a.page - b.page);
  const taken = new Set<number>();
  const found = new Map<Turn, number>();
  for (const { turn, page, heardMs } of pairs) {
    if (found.has(turn) || taken.has(page)) continue;
    found.set(turn, heardMs);
    taken.add(page);
  }
  return turns.map((turn) => ({ ...turn, heardCallerMs: found.get(turn) ?? null }));
}
