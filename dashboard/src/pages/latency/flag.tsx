import type { LatencySeries } from '../../../../api/types.ts';

type Marker = LatencySeries['markers'][number];

/** A marker's letter, on the chart and in the list under it. */
export const LETTERS: Record<Marker['kind'], string> = { version: 'V', model: 'M', alert: 'A' };

type FlagProps = { marker: Marker; viewBox?: { x?: number; y?: number } };

/** Stands on top of a marker's line; recharts gives it the place. */
export function Flag({ marker, viewBox }: FlagProps) {
  const { x = 0, y = 0 } = viewBox ?? {};
  const colour = marker.kind === 'alert' ? 'var(--accent)' : 'var(--ink-2)';
  return (
    <g transform={`translate(${x} ${y - 9})`}>
      <title>{`${marker.kind}: ${marker.label}`}</title>
      <circle r={7} fill="var(--paper)" stroke={colour} />
      <text textAnchor="middle" dy="3.5" fontSize={9} fontWeight={600} fill={colour}>
        {LETTERS[marker.kind]}
      </text>
    </g>
  );
}
