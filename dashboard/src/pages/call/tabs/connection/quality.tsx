import type { Connection } from '../../../../../../api/types.ts';
import { formatLength } from '../../../../format/ms.ts';
import { formatMany } from '../../../../format/number.ts';
import { inWords } from '../../../../format/words.ts';
import { Unknown } from '../../../../parts/unknown.tsx';
import css from './connection.module.css';
import { SIDE_WORDS, SIDES, SILENT, stretchesOf, type Side, type Stretch } from './reading.ts';

type QualityProps = { connection: Connection; startMs: number; endMs: number };

/** What LiveKit held of each side's connection, through the call. */
export function Quality({ connection, startMs, endMs }: QualityProps) {
  return (
    <div className={css.sides}>
      {SIDES.map((side) => (
        <Row
          key={side}
          side={side}
          stretches={stretchesOf(connection.samples, side, startMs, endMs)}
          reconnections={connection.reconnections[side]}
          lengthMs={endMs}
        />
      ))}
    </div>
  );
}

type RowProps = { side: Side; stretches: readonly Stretch[]; reconnections: number | null; lengthMs: number };

function Row({ side, stretches, reconnections, lengthMs }: RowProps) {
  const percent = (ms: number) => `${(ms / lengthMs) * 100}%`;
  return (
    <>
      <span className="dim">{SIDE_WORDS[side]}</span>
      {stretches.length === 0 ? (
        <Unknown why={SILENT[side]} />
      ) : (
        <span>
          {summaryOf(stretches)}
          <span className="dim">
            {' · '}
            {reconnections === null || reconnections === 0
              ? 'never reconnected'
              : `reconnected ${formatMany(reconnections, 'time')}`}
          </span>
        </span>
      )}
      <div className={css.strip} aria-hidden>
        {stretches.map(({ quality, fromMs, toMs }) => (
          <i
            key={fromMs}
            data-quality={quality}
            data-hint={`${inWords(quality)} from ${formatLength(fromMs)} to ${formatLength(toMs)}`}
            style={{ left: percent(fromMs), width: percent(toMs - fromMs) }}
          />
        ))}
      </div>
    </>
  );
}

/** "Excellent", or each change: "Excellent, good at 0:15, poor at 0:35". What is not known yet at the start is left out. */
function summaryOf(stretches: readonly Stretch[]): string {
  const known = stretches.length > 1 && stretches[0]?.quality === 'unknown' ? stretches.slice(1) : stretches;
  return known
    .map(({ quality, fromMs }, index) =>
      index === 0 ? inWords(quality) : `${inWords(quality).toLowerCase()} at ${formatLength(fromMs)}`,
    )
    .join(', ');
}
