import { ENOUGH_TURNS } from '../../parts/ms.tsx';
import { LINES } from './lines.ts';
import css from './latency.module.css';

const TARGET = { key: 'target', label: 'target', colour: 'var(--warning)', width: 1, dash: '6 4' } as const;
const ALL = [...LINES, TARGET];

export function LineLegend() {
  return (
    <div className={css.legend}>
      {ALL.map(({ key, label, colour, width, dash }) => (
        <span key={key}>
          <svg width="20" height="8" aria-hidden>
            <line x1="0" x2="20" y1="4" y2="4" stroke={colour} strokeWidth={width} strokeDasharray={dash} />
          </svg>
          {label}
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
