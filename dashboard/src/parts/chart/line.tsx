import css from './chart.module.css';
import { pathOf, percent, type Scales } from './scales.ts';

/** How a line is told from the others: by width and dash too, not by colour alone. */
export type LineStyle = { label: string; colour: string; width: number; dash: string };

const strokeOf = ({ colour, width, dash }: LineStyle) => ({
  stroke: colour,
  strokeWidth: width,
  strokeDasharray: dash,
});

type LineProps = { scales: Scales; style: LineStyle; at: readonly number[]; values: readonly (number | null)[] };

/** The one thing that is stretched with the box; its stroke is not. */
export function Line({ scales, style, at, values }: LineProps) {
  return (
    <svg viewBox={`0 0 100 ${scales.height}`} preserveAspectRatio="none" className={css.stretched}>
      <path d={pathOf(scales, at, values)} vectorEffect="non-scaling-stroke" fill="none" {...strokeOf(style)} />
    </svg>
  );
}

type DotProps = { scales: Scales; at: number; value: number; colour: string; radius: number; hollow?: boolean };

export function Dot({ scales: { x, y }, at, value, colour, radius, hollow = false }: DotProps) {
  const paint = hollow ? { fill: 'var(--paper)', stroke: colour, strokeWidth: 1.5 } : { fill: colour };
  return <circle cx={percent(x(at))} cy={y(value)} r={radius} {...paint} />;
}

/** A piece of a line, beside its name. */
export function LineKey({ style }: { style: LineStyle }) {
  return (
    <svg width="20" height="8" aria-hidden className={css.key}>
      <line x2="20" y1="4" y2="4" {...strokeOf(style)} />
    </svg>
  );
}
