import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { LatencySeries } from '../../../../api/types.ts';
import { useSetFilters } from '../../app/filters.ts';
import { formatMs } from '../../format/ms.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import { LINES } from './lines.ts';
import { dotsOf } from './dots.tsx';
import { Flag } from './flag.tsx';
import { msTick, timeTick, timeTicks } from './axis.ts';

type ChartProps = { series: LatencySeries; targetMs: number | undefined };
type Point = LatencySeries['points'][number] & { t: number };

const HEIGHT = 280;
const AXIS = { stroke: 'var(--line-strong)', tick: { fill: 'var(--ink-3)', fontSize: 12 }, tickLine: false } as const;

/** p50, p95, p99 by bucket, the target, what changed; dragging zooms, a click opens the calls of a bucket. */
export function Chart({ series, targetMs }: ChartProps) {
  const points: Point[] = series.points.map((point) => ({ ...point, t: Date.parse(point.at) }));
  const { drag, handlers } = useDrag(series.bucketMs);
  const first = points[0]?.t ?? 0;
  const last = (points.at(-1)?.t ?? 0) + series.bucketMs;
  return (
    <div style={{ userSelect: 'none', cursor: 'crosshair' }}>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <LineChart data={points} margin={{ top: 18, right: 52, bottom: 0, left: 0 }} {...handlers}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="t"
            type="number"
            scale="time"
            domain={[first, last]}
            ticks={timeTicks(first, last)}
            tickFormatter={timeTick(last - first)}
            minTickGap={24}
            {...AXIS}
          />
          <YAxis width={48} tickFormatter={msTick} axisLine={false} {...AXIS} />
          <Tooltip content={ChartTooltip} isAnimationActive={false} cursor={{ stroke: 'var(--line-strong)' }} />
          {series.markers.map((marker) => (
            <ReferenceLine
              key={`${marker.at}${marker.label}`}
              x={Date.parse(marker.at)}
              stroke="var(--ink-3)"
              strokeDasharray="2 3"
              label={<Flag marker={marker} />}
            />
          ))}
          {targetMs !== undefined && (
            <ReferenceLine
              y={targetMs}
              stroke="var(--warning)"
              strokeDasharray="6 4"
              ifOverflow="extendDomain"
              label={{ value: formatMs(targetMs), position: 'right', fill: 'var(--warning)', fontSize: 12 }}
            />
          )}
          {LINES.map((line) => (
            <Line
              key={line.key}
              dataKey={line.key}
              stroke={line.colour}
              strokeWidth={line.width}
              strokeDasharray={line.dash}
              dot={dotsOf(points, line)}
              isAnimationActive={false}
              type="linear"
            />
          ))}
          {drag !== undefined && <ReferenceArea x1={drag.from} x2={drag.to} fill="var(--accent)" fillOpacity={0.12} />}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}

type MouseState = { activeLabel?: string | number | undefined };

function useDrag(bucketMs: number) {
  const [drag, setDrag] = useState<{ from: number; to: number }>();
  const setFilters = useSetFilters();
  const navigate = useNavigate();
  const range = (from: number, to: number) => ({
    from: new Date(Math.min(from, to)).toISOString(),
    to: new Date(Math.max(from, to) + bucketMs).toISOString(),
  });
  const handlers = {
    onMouseDown: ({ activeLabel }: MouseState) => {
      if (activeLabel !== undefined) setDrag({ from: Number(activeLabel), to: Number(activeLabel) });
    },
    onMouseMove: ({ activeLabel }: MouseState) => {
      if (drag !== undefined && activeLabel !== undefined) setDrag({ ...drag, to: Number(activeLabel) });
    },
    onMouseUp: () => {
      if (drag === undefined) return;
      setDrag(undefined);
      const chosen = range(drag.from, drag.to);
      if (drag.from === drag.to) void navigate({ to: '/calls', search: chosen });
      else setFilters(chosen);
    },
    onMouseLeave: () => setDrag(undefined),
  };
  return { drag, handlers };
}
