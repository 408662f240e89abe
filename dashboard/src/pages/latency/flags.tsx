import { percent, type Scales } from '../../parts/chart/scales.ts';
import { LETTERS, type Flag } from './flags-of.ts';

/** px from one flag to the next one on a line. */
const APART = 16;

/** What changed, each on top of the line of its moment. */
export function Flags({ flags, scales: { x, height } }: { flags: readonly Flag[]; scales: Scales }) {
  return flags.map(({ kind, labels, at, place }) => {
    const colour = kind === 'alert' ? 'var(--accent)' : 'var(--ink-2)';
    return (
      <svg key={`${kind}${at}`} x={percent(x(at))}>
        {place === 0 && <line y2={height} stroke="var(--ink-3)" strokeDasharray="2 3" />}
        <g transform={`translate(${place * APART} -9)`}>
          <title>{`${kind}: ${labels.join(', ')}`}</title>
          <circle r={7} fill="var(--paper)" stroke={colour} />
          <text textAnchor="middle" dy="3.5" fontSize={9} fontWeight={600} fill={colour}>
            {LETTERS[kind]}
          </text>
        </g>
      </svg>
    );
  });
}
