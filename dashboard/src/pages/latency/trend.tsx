import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getLatencySeries } from '../../api/latency.ts';
import { useFilters, useSetFilters } from '../../app/filters.ts';
import { formatTime } from '../../format/time.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Panel } from '../../parts/panel.tsx';
import { BlockSkeleton } from '../../parts/skeletons.tsx';
import { HEIGHT, LatencyChart } from './chart.tsx';
import { dataStart } from './data-window.ts';
import { LineLegend } from './line-legend.tsx';
import { Markers } from './markers.tsx';
import { PointTable } from './point-table.tsx';
import css from './latency.module.css';

/** The three lines over time, with what changed beside them. */
export function Trend({ targetMs }: { targetMs: number | undefined }) {
  const filters = useFilters();
  const setFilters = useSetFilters();
  const isZoomed = !filters.from.startsWith('-');
  const query = useQuery({
    queryKey: ['latency-series', filters],
    queryFn: ({ signal }) => getLatencySeries(filters, signal),
    placeholderData: keepPreviousData,
  });
  const from = query.data && dataStart(query.data);
  const near = useQuery({
    queryKey: ['latency-series', { ...filters, from }],
    queryFn: ({ signal }) => getLatencySeries({ ...filters, from }, signal),
    placeholderData: keepPreviousData,
    enabled: from !== undefined,
  });
  return (
    <Panel
      title="Over time"
      under={`Drag to zoom, click for the calls of a moment${from === undefined ? '' : `. No turns before ${formatTime(from, 'short')}`}`}
      aside={
        <div className={css.aside}>
          {isZoomed && (
            <Button size="compact-xs" variant="default" onClick={() => setFilters({ from: undefined, to: undefined })}>
              Zoom out to 24 h
            </Button>
          )}
          <LineLegend />
        </div>
      }
    >
      <div className={css.trend}>
        <Loaded query={from === undefined ? query : near} skeleton={<BlockSkeleton height={HEIGHT} />}>
          {(series) =>
            series.points.every((point) => point.n === 0) ? (
              <EmptyState title="No turn was measured in this range" command="npm run demo">
                Choose a longer range, or let callers phone in:
              </EmptyState>
            ) : (
              <>
                <LatencyChart series={series} targetMs={targetMs} />
                <Markers markers={series.markers} bucketMs={series.bucketMs} />
                <PointTable series={series} />
              </>
            )
          }
        </Loaded>
      </div>
    </Panel>
  );
}
