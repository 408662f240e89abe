import type { signalsOfCalls } from '../../clickhouse/queries/signals-of-calls.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import type { LeadHistory, Signal } from '../types.ts';
import { iso } from './times.ts';

type SignalRow = RowOfQuery<typeof signalsOfCalls>;

/** @param withQuotes whether the reader may read what callers said */
export function signalsOf(rows: readonly SignalRow[], withQuotes: boolean): Signal[] {
  const last = new Map(rows.map((row, index) => [row.name, index]));
  return rows.map((row, index) => ({
    name: row.name,
    value: valueOf(row),
    ...(row.replaced === '' ? {} : { replaced: JSON.parse(row.replaced) as unknown }),
    at: iso(row.at),
    itemId: row.item_id || null,
    quote: withQuotes ? row.quote || null : null,
    current: last.get(row.name) === index,
  }));
}

type Changes = LeadHistory['calls'][number]['changes'];

/** What a call told otherwise than the one before it. What it did not speak of has not changed. */
export function changesBetween(before: readonly SignalRow[], after: readonly SignalRow[]): Changes {
  const known = new Map(before.map((row) => [row.name, row]));
  const told = new Map(after.map((row) => [row.name, row]));
  return [...told.values()].flatMap((row) => {
    const earlier = known.get(row.name);
    if (earlier?.value === row.value || (!earlier && valueOf(row) === null)) return [];
    return [{ signal: row.name, before: earlier ? valueOf(earlier) : null, after: valueOf(row) }];
  });
}

function valueOf({ value }: SignalRow): unknown {
  return value === '' ? null : JSON.parse(value);
}
