import { formatLength } from '../../../../format/ms.ts';
import { XAxis, YAxis } from '../../../../parts/chart/axes.tsx';
import { Chart } from '../../../../parts/chart/chart.tsx';
import { Dot, Line, type LineStyle } from '../../../../parts/chart/line.tsx';
import { nearest, scalesOf } from '../../../../parts/chart/scales.ts';
import type { Reading } from '../../../../parts/chart/tooltip.tsx';
import { ticksOf } from '../../timeline/geometry.ts';
import { ownOf, SIDE_WORDS, SIDES, type Point, type Side } from './reading.ts';

const HEIGHT = 74;
const MARGIN = { top: 6, right: 8, bottom: 30, left: 54 };
const GRID_STEPS = 2;
/** So that no step is below 1: what is measured is shown in whole units. */
const LEAST = 2;
/** px for which there are ticks. */
const TICKS_WIDTH = 560;

/** As in the timeline; the caller's line is also broken. */
export const STYLES: Record<Side, LineStyle> = {
  agent: { label: SIDE_WORDS.agent, colour: 'var(--accent)', width: 1.5, dash: '' },
  caller: { label: SIDE_WORDS.caller, colour: 'var(--ink-2)', width: 1.5, dash: '4 3' },
};

type LineChartProps = { points: Point[]; lengthMs: number; format: (value: number) => string; label: string };

/** One measure of both sides, over the call; they are sampled in turn, so of each the sample that is nearest is read. */
export function LineChart({ points, lengthMs, format, label }: LineChartProps) {
  const at = points.map(({ atMs }) => atMs);
  const lines = SIDES.map((side) => ({ style: STYLES[side], own: ownOf(points, side) }));
  const most = Math.max(...lines.flatMap(({ own }) => own.map(({ value }) => value)), LEAST);
  const scales = scalesOf({ from: 0, to: lengthMs, most, height: HEIGHT, steps: GRID_STEPS });
  const readingAt = (index: number): Reading => {
    const now = at[index] ?? 0;
    const rows = lines.flatMap(({ style, own }) => {
      const sample = own[nearest(timesOf(own), now)];
      if (sample === undefined) return [];
      return [{ style, text: format(sample.value), x: scales.x(sample.at), y: scales.y(sample.value) }];
    });
    return { title: formatLength(now), rows };
  };
  return (
    <Chart label={label} scales={scales} margin={MARGIN} at={at} readingAt={readingAt}>
      <YAxis scales={scales} format={format} />
      <XAxis scales={scales} ticks={ticksOf(lengthMs, TICKS_WIDTH)} format={formatLength} />
      {lines.map(({ style, own }) => (
        <g key={style.label}>
          <Line scales={scales} style={style} at={timesOf(own)} values={own.map(({ value }) => value)} />
          {own.map((sample) => (
            <Dot key={sample.at} scales={scales} colour={style.colour} radius={1.5} {...sample} />
          ))}
        </g>
      ))}
    </Chart>
  );
}

const timesOf = (samples: readonly { at: number }[]) => samples.map(({ at }) => at);
