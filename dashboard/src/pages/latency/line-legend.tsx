import { LineKey } from '../../parts/chart/line.tsx';
import { ENOUGH_TURNS } from '../../parts/enough-turns.ts';
import { LINES, TARGET } from './lines.ts';
import css from './latency.module.css';

const ALL = [...LINES, TARGET];

export function LineLegend() {
  return (
    <div className={css.legend}>
      {ALL.map((style) => (
        <span key={style.label}>
          <LineKey style={style} />
          {style.label}
        </span>
      ))}
      <span>
        <svg width="8" height="8" aria-hidden>
          <circle cx="4" cy="4" r="3" fill="none" stroke="var(--accent)" strokeWidth="1.5" />
        </svg>
        fewer than {ENOUGH_TURNS} turns
      </span>
    </div>
  );
}
