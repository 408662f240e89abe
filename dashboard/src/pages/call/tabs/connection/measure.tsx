import type { Connection } from '../../../../../../api/types.ts';
import { LineKey } from '../../../../parts/chart/line.tsx';
import { Unknown } from '../../../../parts/unknown.tsx';
import { Section } from '../tab.tsx';
import { LineChart, STYLES } from './chart.tsx';
import css from './connection.module.css';
import { pointsOf, SIDE_WORDS, SIDES, SILENT, worstOf, type Measure, type Side } from './reading.ts';

type MeasureSectionProps = {
  title: string;
  /** What the numbers are of. */
  note: string;
  measure: Measure;
  format: (value: number) => string;
  connection: Connection;
  startMs: number;
  endMs: number;
};

/** The worst of one measure at both ends, then how it went. */
export function MeasureSection({ title, note, measure, format, connection, startMs, endMs }: MeasureSectionProps) {
  const { samples } = connection;
  const worst = SIDES.map((side) => ({ side, value: worstOf(samples, side, measure) }));
  const label = `${title} over the call, most ${worst
    .map(({ side, value }) => `${SIDE_WORDS[side].toLowerCase()} ${value === null ? 'unknown' : format(value)}`)
    .join(', ')}`;
  return (
    <Section title={title}>
      <p className={css.most}>
        {worst.map(({ side, value }) => (
          <span key={side}>
            <LineKey style={STYLES[side]} /> <span className="dim">{SIDE_WORDS[side]}, at most</span>{' '}
            <b>{value === null ? <Unknown why={whyOf(connection, side)} /> : format(value)}</b>
          </span>
        ))}
      </p>
      {worst.some(({ value }) => value !== null) && (
        <LineChart points={pointsOf(samples, measure, startMs)} lengthMs={endMs} format={format} label={label} />
      )}
      <p className={css.note}>{note}</p>
    </Section>
  );
}

function whyOf({ samples }: Connection, side: Side): string {
  return samples.some((sample) => sample.side === side) ? 'WebRTC counted nothing of it' : SILENT[side];
}
