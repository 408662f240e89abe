import css from './chart.module.css';
import { percent, type Scales } from './scales.ts';

type XAxisProps = { scales: Scales; ticks: readonly number[]; format: (value: number) => string };

/** px, of a label's foot. */
const LABEL_Y = 18;
/** What a narrow box has room for. */
const FEW = 4;

/** At most eight ticks; a narrow box shows every other one of many. */
export function XAxis({ scales: { x, height }, ticks, format }: XAxisProps) {
  return (
    <g className={css.xAxis}>
      <line x2="100%" y1={height} y2={height} />
      {ticks.map((tick, index) => (
        <text
          key={tick}
          x={percent(x(tick))}
          y={height + LABEL_Y}
          className={ticks.length > FEW && index % 2 === 1 ? css.other : undefined}
        >
          {format(tick)}
        </text>
      ))}
    </g>
  );
}

/** With the lines of the grid. */
export function YAxis({ scales: { y, yTicks }, format }: { scales: Scales; format: (value: number) => string }) {
  return (
    <g className={css.yAxis}>
      {yTicks.map((tick) => (
        <g key={tick} transform={`translate(0 ${y(tick)})`}>
          <line x2="100%" />
          <text x={-8} dy="0.35em">
            {format(tick)}
          </text>
        </g>
      ))}
    </g>
  );
}
