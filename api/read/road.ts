import { parseEventId } from '../../events/ids.ts';
import { groupBy } from '../../lib/group.ts';

/** Several roads may report the same thing; the first of these that did is believed. */
const ROADS = ['collector', 'import', 'upload'];

/**
 * Each thing once: of the best road its last report, where its first report stands. Rows come in order; `idOf` gives the id
 * that every road gives it.
 */
export function onceEach<Row extends { event_id: string }>(rows: readonly Row[], idOf: (row: Row) => string): Row[] {
  return [...groupBy(rows, idOf).values()].flatMap((same) => {
    const best = Math.min(...same.map(roadOf));
    const last = same.findLast((row) => roadOf(row) === best);
    return last ? [last] : [];
  });
}

function roadOf({ event_id: id }: { event_id: string }): number {
  const road = ROADS.indexOf(parseEventId(id)?.kind ?? '');
  return road === -1 ? ROADS.length : road;
}
