import type { PartName } from '../../../api/types.ts';
import { formatMs } from '../format/ms.ts';
import { PARTS, partLabel } from '../format/words.ts';
import { partStyle } from './part-legend.tsx';
import css from './part-bar.module.css';

type PartBarProps = {
  parts: readonly { part: PartName; durationMs: number }[];
  /** ms that the whole width stands for: the same for bars that are compared. */
  scaleMs: number;
  targetMs?: number;
  /** For the rows of a table. */
  thin?: boolean;
};

/** Parts end to end, in the order in which they happen; of several with one name the sum. */
export function PartBar({ parts, scaleMs, targetMs, thin = false }: PartBarProps) {
  const sums = PARTS.map(({ name }) => ({ part: name, durationMs: sumOf(parts, name) })).filter(
    (sum) => sum.durationMs > 0,
  );
  const total = sums.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const label = sums.map((sum) => `${partLabel(sum.part)} ${formatMs(sum.durationMs)}`).join(', ');
  return (
    <div className={thin ? `${css.bar} ${css.thin}` : css.bar} role="img" aria-label={`${formatMs(total)}: ${label}`}>
      {sums.map(({ part, durationMs }) => {
        const { style, className } = partStyle(part);
        return (
          <span
            key={part}
            className={`${css.part} ${className}`}
            style={{ ...style, width: `${(durationMs / scaleMs) * 100}%` }}
            data-hint={`${partLabel(part)} ${formatMs(durationMs)}, ${Math.round((durationMs / total) * 100)} %`}
          />
        );
      })}
      {targetMs !== undefined && targetMs <= scaleMs && (
        <i className={css.target} style={{ left: `${(targetMs / scaleMs) * 100}%` }} />
      )}
    </div>
  );
}

function sumOf(parts: PartBarProps['parts'], name: PartName): number {
  return parts.reduce((sum, { part, durationMs }) => (part === name ? sum + durationMs : sum), 0);
}
