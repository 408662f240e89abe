import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatLength } from '../../../../format/ms.ts';
import { ticksOf } from '../../timeline/geometry.ts';
import css from './connection.module.css';
import { SIDE_WORDS, type Point, type Side } from './reading.ts';

const HEIGHT = 104;
/** px for which there are ticks: they fit a phone too. */
const TICKS_WIDTH = 320;
const AXIS = { stroke: 'var(--line-strong)', tick: { fill: 'var(--ink-3)', fontSize: 11 }, tickLine: false } as const;

/** As in the timeline; the caller's line is also broken. */
export const LINES: readonly { side: Side; colour: string; dash?: string }[] = [
  { side: 'agent', colour: 'var(--accent)' },
  { side: 'caller', colour: 'var(--ink-2)', dash: '4 3' },
];

type ChartProps = { points: Point[]; lengthMs: number; format: (value: number) => string; label: string };

/** One measure of both sides, over the call. */
export function Chart({ points, lengthMs, format, label }: ChartProps) {
  return (
    <div role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <LineChart data={points} margin={{ top: 6, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="atMs"
            type="number"
            domain={[0, lengthMs]}
            tickFormatter={formatLength}
            ticks={ticksOf(lengthMs, TICKS_WIDTH)}
            {...AXIS}
          />
          <YAxis width={52} domain={[0, 'auto']} tickCount={3} tickFormatter={format} axisLine={false} {...AXIS} />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--line-strong)' }}
            content={({ active, payload }) => {
              const point = payload?.[0]?.payload as Point | undefined;
              return active && point ? <At point={point} format={format} /> : null;
            }}
          />
          {LINES.map(({ side, colour, dash }) => (
            <Line
              key={side}
              dataKey={side}
              stroke={colour}
              strokeWidth={1.5}
              {...(dash && { strokeDasharray: dash })}
              dot={{ r: 1.5, fill: colour, strokeWidth: 0 }}
              connectNulls
              isAnimationActive={false}
              type="linear"
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}

function At({ point, format }: { point: Point; format: (value: number) => string }) {
  return (
    <div className={css.tooltip}>
      <b>{formatLength(point.atMs)}</b>
      {LINES.map(({ side }) => {
        const value = point[side];
        return (
          value !== null && (
            <p key={side}>
              <span className="dim">{SIDE_WORDS[side]}</span> {format(value)}
            </p>
          )
        );
      })}
    </div>
  );
}
