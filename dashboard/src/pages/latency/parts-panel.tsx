import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { LatencyParts } from '../../../../api/types.ts';
import { getLatencyParts } from '../../api/latency.ts';
import { useFilters } from '../../app/filters.ts';
import { formatMs } from '../../format/ms.ts';
import { formatMany } from '../../format/number.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Millis } from '../../parts/ms.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PartBar } from '../../parts/part-bar.tsx';
import { PartLegend } from '../../parts/part-legend.tsx';
import { BlockSkeleton } from '../../parts/skeletons.tsx';
import { useNear } from '../../parts/use-near.ts';
import { largestPart } from './largest-part.ts';
import css from './latency.module.css';

type Row = LatencyParts['rows'][number];

/** Where the time goes, of plain turns and of turns with a tool, at the middle and at the slow end. */
export function PartsPanel({ targetMs }: { targetMs: number | undefined }) {
  const filters = useFilters();
  const [ref, near] = useNear();
  const query = useQuery({
    enabled: near,
    queryKey: ['latency-parts', filters],
    queryFn: ({ signal }) => getLatencyParts(filters, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Panel
      title="Where the time goes"
      under="Of each percentile, what the turns around it are made of, scaled to add up to it"
    >
      <div className={css.partsBody} ref={ref}>
        <Loaded query={query} skeleton={<BlockSkeleton height={190} />}>
          {({ rows }) =>
            rows.some((row) => row.n > 0) ? (
              <Rows rows={rows} targetMs={targetMs} />
            ) : (
              <EmptyState title="No parts yet">Parts come with the first measured turn of the range.</EmptyState>
            )
          }
        </Loaded>
      </div>
    </Panel>
  );
}

function Rows({ rows, targetMs }: { rows: readonly Row[]; targetMs: number | undefined }) {
  const scaleMs = Math.max(...rows.map((row) => row.heardMs ?? 0), targetMs ?? 0, 1);
  const used = new Set(rows.flatMap((row) => row.parts.map(({ part }) => part)));
  return (
    <>
      <div className={css.parts}>
        {rows
          .filter((row) => row.n > 0)
          .map((row) => (
            <PartRow key={row.turns + row.percentile} row={row} scaleMs={scaleMs} targetMs={targetMs} />
          ))}
      </div>
      <div className={css.partsFoot}>
        <PartLegend only={used} />
        {targetMs !== undefined && <span className={css.targetNote}>┆ target {formatMs(targetMs)}</span>}
      </div>
    </>
  );
}

type PartRowProps = { row: Row; scaleMs: number; targetMs: number | undefined };

function PartRow({ row, scaleMs, targetMs }: PartRowProps) {
  return (
    <div className={css.partRow}>
      <div className={css.partName}>
        <b>{row.turns === 'tool' ? 'Tool turns' : 'Plain turns'}</b> {row.percentile}
        <div className="dim">{formatMany(row.n, 'turn')}</div>
      </div>
      <div className={css.partBar}>
        <PartBar parts={row.parts} scaleMs={scaleMs} {...(targetMs !== undefined && { targetMs })} />
      </div>
      <div className={`num ${css.partValue}`}>
        <b>
          <Millis value={row.heardMs} n={row.n} />
        </b>
        <div className="dim">{largestPart(row.parts)}</div>
      </div>
    </div>
  );
}
