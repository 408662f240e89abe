import type { z } from 'zod';
import { EarshotError } from '../../lib/errors.ts';

/** A place in a list as text that only this api reads. */
export function encodeCursor(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/**
 * The place that a cursor holds; undefined without one.
 *
 * @throws EarshotError `bad_cursor` for one that the list's pages do not give.
 */
export function decodeCursor<Place extends z.ZodType>(
  cursor: string | undefined,
  place: Place,
): z.output<Place> | undefined {
  if (cursor === undefined) return undefined;
  const parsed = place.safeParse(jsonOf(cursor));
  if (parsed.success) return parsed.data;
  const fix = 'use nextCursor of the page before with the same parameters, or leave it out';
  throw new EarshotError({ code: 'bad_cursor', field: 'cursor', message: 'is none that a page gave', fix });
}

/** A page out of rows of which one more was asked for than is shown. */
export function cutPage<Row>(
  rows: readonly Row[],
  limit: number,
  placeOf: (last: Row) => readonly (string | number)[],
): { shown: Row[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { shown, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(placeOf(last)) : null };
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
