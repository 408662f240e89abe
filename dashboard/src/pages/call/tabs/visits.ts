import type { Audit } from '../../../../../api/types.ts';

type Read = Audit['reads'][number];

/** What somebody read of a call in one sitting. */
export type Visit = { by: string; from: string; to: string; what: string[]; times: number };

/** A page asks for several things at once, and again while it stays open: readings nearer than this are one visit. */
const PAUSE_MS = 60_000;

/** Readings, one a request, as visits, newest last. */
export function visitsOf(reads: readonly Read[]): Visit[] {
  const visits: Visit[] = [];
  for (const { at, by, what } of reads.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    const last = visits.findLast((visit) => visit.by === by);
    if (last && Date.parse(at) - Date.parse(last.to) <= PAUSE_MS) {
      last.to = at;
      last.times += 1;
      if (!last.what.includes(what)) last.what.push(what);
    } else visits.push({ by, from: at, to: at, what: [what], times: 1 });
  }
  return visits;
}
