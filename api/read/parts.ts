import type { partsOfTurns } from '../../clickhouse/queries/parts-of-turns.ts';
import type { turnsNearPercentiles } from '../../clickhouse/queries/turns-near-percentiles.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { groupBy } from '../../lib/group.ts';
import { partName } from '../schemas/calls.ts';
import type { LatencyParts } from '../types.ts';
import { mostUsedBasis } from './percentiles.ts';
import { turnKey } from './turn-keys.ts';

type Near = RowOfQuery<typeof turnsNearPercentiles>;
type Part = RowOfQuery<typeof partsOfTurns>;

const KINDS = [
  { turns: 'plain', hasTool: false },
  { turns: 'tool', hasTool: true },
] as const;
const LEVELS = [
  { percentile: 'p50', level: 0.5 },
  { percentile: 'p95', level: 0.95 },
] as const;

/** Four rows: kind and percentile. The means of the parts sum to the mean of what was heard in those turns. */
export function partRowsOf(near: readonly Near[], parts: readonly Part[]): LatencyParts['rows'] {
  const basis = mostUsedBasis(kindsOf(near));
  const partsOfTurn = groupBy(parts, turnKey);
  return KINDS.flatMap(({ turns, hasTool }) =>
    LEVELS.map(({ percentile, level }) => {
      const rows = near.filter((row) => row.basis === basis && row.has_tool === hasTool && row.level === level);
      const own = rows.flatMap((row) => partsOfTurn.get(turnKey(row)) ?? []);
      const heardMs = rows.length === 0 ? null : sumOf(rows.map((row) => row.heard_ms)) / rows.length;
      return { turns, percentile, n: rows[0]?.of_kind ?? 0, heardMs, parts: meansOf(own, rows.length) };
    }),
  );
}

/** A turn is counted to the basis once, however many percentiles it stands for. */
function kindsOf(near: readonly Near[]): { basis: string; n: number }[] {
  const kinds = groupBy(near, ({ basis, has_tool: hasTool }) => `${basis} ${hasTool}`);
  return [...kinds.values()].flatMap(([first]) => (first ? [{ basis: first.basis, n: first.of_kind }] : []));
}

/** A part that a turn does not have took it no time. */
function meansOf(parts: readonly Part[], turns: number): LatencyParts['rows'][number]['parts'] {
  const byName = groupBy(parts, ({ part }) => part);
  return partName.options.flatMap((part) => {
    const own = byName.get(part);
    return own ? [{ part, durationMs: sumOf(own.map((row) => row.duration_ms)) / turns }] : [];
  });
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
