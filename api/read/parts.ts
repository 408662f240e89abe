import type { PartRow } from '../../clickhouse/part-columns.ts';
import type { turnsNearPercentiles } from '../../clickhouse/queries/turns-near-percentiles.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { groupBy } from '../../lib/group.ts';
import { partName } from '../schemas/calls.ts';
import type { LatencyParts } from '../types.ts';
import { mostUsedBasis } from './percentiles.ts';
import { turnKey } from './turn-keys.ts';

type Near = RowOfQuery<typeof turnsNearPercentiles>;

const KINDS = [
  { turns: 'plain', hasTool: false },
  { turns: 'tool', hasTool: true },
] as const;
const LEVELS = [
  { percentile: 'p50', level: 0.5 },
  { percentile: 'p95', level: 0.95 },
] as const;

/**
 * Four rows: kind and percentile. A percentile is one number, and its turns are few: the parts are those of the turns around
 * it, scaled so that they sum to it.
 */
export function partRowsOf(near: readonly Near[], parts: readonly PartRow[]): LatencyParts['rows'] {
  const basis = mostUsedBasis(kindsOf(near));
  const partsOfTurn = groupBy(parts, turnKey);
  return KINDS.flatMap(({ turns, hasTool }) =>
    LEVELS.map(({ percentile, level }) => {
      const rows = near.filter((row) => row.basis === basis && row.has_tool === hasTool && row.level === level);
      const own = rows.flatMap((row) => partsOfTurn.get(turnKey(row)) ?? []);
      const heardMs = rows[0]?.percentile_ms ?? null;
      const scale = heardMs === null ? 0 : heardMs / sumOf(rows.map((row) => row.heard_ms));
      return { turns, percentile, n: rows[0]?.of_kind ?? 0, heardMs, parts: sumsOf(own, scale) };
    }),
  );
}

/** A turn is counted to the basis once, however many percentiles it stands for. */
function kindsOf(near: readonly Near[]): { basis: string; n: number }[] {
  const kinds = groupBy(near, ({ basis, has_tool: hasTool }) => `${basis} ${hasTool}`);
  return [...kinds.values()].flatMap(([first]) => (first ? [{ basis: first.basis, n: first.of_kind }] : []));
}

/** A part that a turn does not have took it no time. */
function sumsOf(parts: readonly PartRow[], scale: number): LatencyParts['rows'][number]['parts'] {
  const byName = groupBy(parts, ({ part }) => part);
  return partName.options.flatMap((part) => {
    const own = byName.get(part);
    return own ? [{ part, durationMs: sumOf(own.map((row) => row.duration_ms)) * scale }] : [];
  });
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
