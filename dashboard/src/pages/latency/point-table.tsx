import { linkOptions } from '@tanstack/react-router';
import type { LatencySeries } from '../../../../api/types.ts';
import { formatTime } from '../../format/time.ts';
import { formatCount } from '../../format/number.ts';
import { DataTable, type Column } from '../../parts/data-table.tsx';
import { Millis } from '../../parts/ms.tsx';
import css from './latency.module.css';

type Point = LatencySeries['points'][number];

const COLUMNS: readonly Column<Point>[] = [
  { key: 'at', title: 'From', cell: (point) => formatTime(point.at, 'short') },
  { key: 'n', title: 'Turns', align: 'right', cell: (point) => formatCount(point.n) },
  { key: 'p50', title: 'p50', align: 'right', cell: (point) => <Millis value={point.p50Ms} n={point.n} /> },
  { key: 'p95', title: 'p95', align: 'right', cell: (point) => <Millis value={point.p95Ms} n={point.n} /> },
  { key: 'p99', title: 'p99', align: 'right', cell: (point) => <Millis value={point.p99Ms} n={point.n} /> },
];

/** The chart as a table, for keyboard and screen reader; each row opens its calls. */
export function PointTable({ series }: { series: LatencySeries }) {
  const rows = series.points.filter((point) => point.n > 0).toReversed();
  return (
    <details className={css.details}>
      <summary>As a table</summary>
      <div className={css.points}>
        <DataTable
          label="Heard latency over time"
          columns={COLUMNS}
          rows={rows}
          rowKey={(point) => point.at}
          link={({ at }) =>
            linkOptions({
              to: '/calls',
              search: { from: at, to: new Date(Date.parse(at) + series.bucketMs).toISOString() },
            })
          }
        />
      </div>
    </details>
  );
}
