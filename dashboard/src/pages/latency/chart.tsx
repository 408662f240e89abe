import { useNavigate } from '@tanstack/react-router';
import type { LatencySeries } from '../../../../api/types.ts';
import { useSetFilters } from '../../app/filters.ts';
import { formatMs } from '../../format/ms.ts';
import { formatMany } from '../../format/number.ts';
import { formatTime } from '../../format/time.ts';
import { XAxis, YAxis } from '../../parts/chart/axes.tsx';
import { Chart } from '../../parts/chart/chart.tsx';
import { Dot, Line } from '../../parts/chart/line.tsx';
import { scalesOf, type Scales } from '../../parts/chart/scales.ts';
import type { Reading } from '../../parts/chart/tooltip.tsx';
import { ENOUGH_TURNS } from '../../parts/enough-turns.ts';
import { msTick, timeTick, timeTicks } from './axis.ts';
import { dotsOf } from './dots.ts';
import { flagsOf } from './flags-of.ts';
import { Flags } from './flags.tsx';
import { LINES, TARGET } from './lines.ts';

export const HEIGHT = 280;
const MARGIN = { top: 18, right: 52, bottom: 30, left: 54 };
const GRID_STEPS = 5;
const DOT_RADIUS = 3.5;

type LatencyChartProps = { series: LatencySeries; targetMs: number | undefined };

/** p50, p95, p99 by bucket, the target, what changed; dragging zooms, a click opens the calls of a bucket. */
export function LatencyChart({ series: { points, markers, bucketMs }, targetMs }: LatencyChartProps) {
  const pick = usePick(points, bucketMs);
  const at = points.map((point) => Date.parse(point.at));
  const from = at[0] ?? 0;
  const to = (at.at(-1) ?? 0) + bucketMs;
  const values = points.flatMap((point) => LINES.map(({ key }) => point[key] ?? 0));
  const most = Math.max(targetMs ?? 0, ...values, 1);
  const scales = scalesOf({ from, to, most, height: HEIGHT - MARGIN.top - MARGIN.bottom, steps: GRID_STEPS });
  const label = `Heard latency over time${targetMs === undefined ? '' : `, target ${formatMs(targetMs)}`}`;
  const readingAt = (index: number) => readingOf(points[index], scales);
  return (
    <Chart label={label} scales={scales} margin={MARGIN} at={at} readingAt={readingAt} onPick={pick}>
      <YAxis scales={scales} format={msTick} />
      <XAxis scales={scales} ticks={timeTicks(from, to)} format={timeTick(to - from)} />
      <Flags flags={flagsOf(markers, bucketMs)} scales={scales} />
      {targetMs !== undefined && <Target y={scales.y(targetMs)} label={formatMs(targetMs)} />}
      {LINES.map((line) => (
        <g key={line.key}>
          <Line scales={scales} style={line} at={at} values={points.map((point) => point[line.key])} />
          {dotsOf(points, line.key).map(({ index, ...dot }) => (
            <Dot key={index} scales={scales} at={at[index] ?? 0} colour={line.colour} radius={DOT_RADIUS} {...dot} />
          ))}
        </g>
      ))}
    </Chart>
  );
}

function Target({ y, label }: { y: number; label: string }) {
  return (
    <g transform={`translate(0 ${y})`}>
      <line x2="100%" stroke={TARGET.colour} strokeDasharray={TARGET.dash} />
      <text x="100%" dx={6} dy="0.35em" fill={TARGET.colour} fontSize={12}>
        {label}
      </text>
    </g>
  );
}

function readingOf(point: LatencySeries['points'][number] | undefined, scales: Scales): Reading {
  if (point === undefined) return { title: 'No turns', rows: [] };
  const shared = { isDim: point.n < ENOUGH_TURNS, x: scales.x(Date.parse(point.at)) };
  return {
    title: formatTime(point.at, 'short'),
    note: formatMany(point.n, 'turn'),
    rows: LINES.flatMap((style) => {
      const value = point[style.key];
      return value === null ? [] : [{ style, text: formatMs(value), y: scales.y(value), ...shared }];
    }),
  };
}

/** One bucket: its calls. Several: the range. */
function usePick(points: LatencySeries['points'], bucketMs: number) {
  const setFilters = useSetFilters();
  const navigate = useNavigate();
  return (first: number, last: number) => {
    const [from, end] = [points[first]?.at, points[last]?.at];
    if (from === undefined || end === undefined) return;
    const range = { from, to: new Date(Date.parse(end) + bucketMs).toISOString() };
    if (first === last) void navigate({ to: '/calls', search: range });
    else setFilters(range);
  };
}
