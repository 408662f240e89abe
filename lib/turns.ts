export type InTurn<Rank> = <T>(rank: Rank, work: () => Promise<T>) => Promise<T>;

/** Lets work go on one at a time: the first of those who wait whose rank comes first in `ranks`. */
export function createTurns<Rank>(ranks: readonly Rank[]): InTurn<Rank> {
  const waiting = new Map(ranks.map((rank) => [rank, [] as (() => void)[]]));
  let taken = false;
  return async (rank, work) => {
    if (taken) await new Promise<void>((go) => waiting.get(rank)?.push(go));
    taken = true;
    try {
      return await work();
    } finally {
      const next = [...waiting.values()].find(({ length }) => length > 0)?.shift();
      if (next) next();
      else taken = false;
    }
  };
}
