import type { CSSProperties, ReactNode } from 'react';
import css from './chart.module.css';
import { percent, type Scales } from './scales.ts';
import { Tooltip, wordsOf, type Reading } from './tooltip.tsx';
import { usePointer, type OnPick } from './use-pointer.ts';

type ChartProps = {
  /** What is drawn, and what there is to know of it at a glance. */
  label: string;
  scales: Scales;
  /** px around the plot: of the axes, and of what stands beside it. */
  margin: { top: number; right: number; bottom: number; left: number };
  /** Of each point, ascending, as the scales' x. */
  at: readonly number[];
  readingAt: (index: number) => Reading;
  onPick?: OnPick;
  /** SVG. */
  children: ReactNode;
};

/** A plot whose points are read one by one, with the pointer or the arrow keys. What is drawn stays as it is meanwhile. */
export function Chart({ label, scales, margin, at, readingAt, onPick, children }: ChartProps) {
  const places = at.map((one) => scales.x(one));
  const pointer = usePointer(places, onPick);
  const shown = pointer.at ?? places.length - 1;
  const reading = readingAt(shown);
  return (
    <div className={css.box} style={sizesOf(scales, margin)}>
      <div
        role="slider"
        aria-roledescription="chart"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={places.length - 1}
        aria-valuenow={shown}
        aria-valuetext={wordsOf(reading)}
        className={css.plot}
        data-picks={onPick !== undefined}
        {...pointer.handlers}
      >
        <svg aria-hidden>{children}</svg>
        {pointer.at !== undefined && (
          <Cursor place={places[shown] ?? 0} from={places[pointer.from ?? shown] ?? 0} reading={reading} />
        )}
      </div>
    </div>
  );
}

type CursorProps = { place: number; from: number; reading: Reading };

/** On top of the lines: what was dragged over, the point that is looked at and what it says. */
function Cursor({ place, from, reading }: CursorProps) {
  return (
    <>
      <svg aria-hidden className={css.cursor}>
        <rect x={percent(Math.min(from, place))} width={percent(Math.abs(place - from))} height="100%" />
        <line x1={percent(place)} x2={percent(place)} y2="100%" />
        {reading.rows.map(({ style, x, y }) => (
          <circle key={style.label} cx={percent(x)} cy={y} r={4} fill={style.colour} />
        ))}
      </svg>
      <Tooltip reading={reading} place={place} />
    </>
  );
}

const sizesOf = ({ height }: Scales, { top, right, bottom, left }: ChartProps['margin']) =>
  ({
    padding: `${top}px ${right}px ${bottom}px ${left}px`,
    '--height': `${height}px`,
    '--left': `${left}px`,
    '--right': `${right}px`,
  }) as CSSProperties;
