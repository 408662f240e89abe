import { formatLength } from '../../../format/ms.ts';
import { formatTime, formatUtc } from '../../../format/time.ts';
import { ticksOf } from './geometry.ts';
import css from './timeline.module.css';

type AxisProps = {
  durationMs: number;
  /** px */
  plot: number;
  x: (ms: number) => number;
  y: number;
  top: number;
  startedAt: string | undefined;
};

/** Time since the call began, with the time of day on hover. */
export function Axis({ durationMs, plot, x, y, top, startedAt }: AxisProps) {
  return (
    <g className={css.axis} aria-hidden>
      {ticksOf(durationMs, plot).map((ms) => (
        <g key={ms}>
          <line x1={x(ms)} x2={x(ms)} y1={top} y2={y + 4} />
          <text x={x(ms)} y={y + 18} textAnchor={ms === 0 ? 'start' : 'middle'}>
            {formatLength(ms)}
            {startedAt !== undefined && <title>{timesOf(Date.parse(startedAt) + ms)}</title>}
          </text>
        </g>
      ))}
    </g>
  );
}

function timesOf(atMs: number): string {
  const iso = new Date(atMs).toISOString();
  return `${formatTime(iso, 'clock')} (${formatUtc(iso)})`;
}
