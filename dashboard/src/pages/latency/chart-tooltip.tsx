import type { LatencySeries } from '../../../../api/types.ts';
import { formatTime } from '../../format/time.ts';
import { formatMany } from '../../format/number.ts';
import { Millis } from '../../parts/ms.tsx';
import { LINES } from './lines.ts';
import css from './latency.module.css';

type Point = LatencySeries['points'][number];
type ChartTooltipProps = { active?: boolean; payload?: readonly { payload?: unknown }[] };

export function ChartTooltip({ active, payload }: ChartTooltipProps) {
  const point = payload?.[0]?.payload as Point | undefined;
  if (active !== true || point === undefined) return null;
  return (
    <div className={css.tooltip}>
      <p>
        <b>{formatTime(point.at, 'short')}</b> <span className="dim">{formatMany(point.n, 'turn')}</span>
      </p>
      {LINES.map(({ key, label }) => (
        <p key={key}>
          <span className="dim">{label}</span> <Millis value={point[key]} n={point.n} />
        </p>
      ))}
    </div>
  );
}
