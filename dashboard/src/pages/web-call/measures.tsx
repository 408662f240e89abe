import type { ReactNode } from 'react';
import { formatMs } from '../../format/ms.ts';
import { formatMany } from '../../format/number.ts';
import { inWords } from '../../format/words.ts';
import { Ms } from '../../parts/ms.tsx';
import { RunningTime } from '../../parts/running-time.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import { medianOf } from './measure/median.ts';
import type { CallView } from './room/use-call.ts';
import css from './web-call.module.css';

/** What the page measures of the call, as it reports it. */
export function Measures({ view: { joinedAt, heardMs, sample } }: { view: CallView }) {
  const median = medianOf(heardMs);
  return (
    <dl className={css.measures}>
      <Measure label="Time">
        {joinedAt !== undefined && <RunningTime since={new Date(joinedAt).toISOString()} />}
      </Measure>
      <Measure
        label="Heard at your ear"
        note={
          median === null
            ? 'after you stop speaking'
            : `median ${formatMs(median)}, ${formatMany(heardMs.length, 'answer')}`
        }
      >
        <Ms value={heardMs.at(-1) ?? null} why="No answer yet that began after you had stopped" />
      </Measure>
      <Measure label="Connection" note={sample && <Numbers sample={sample} />}>
        {sample === undefined || sample.quality === 'unknown' ? (
          <Unknown why="LiveKit tells it a few seconds after joining" />
        ) : (
          inWords(sample.quality)
        )}
      </Measure>
    </dl>
  );
}

function Numbers({ sample: { packetLossPercent, jitterMs, rttMs } }: { sample: NonNullable<CallView['sample']> }) {
  const parts = [
    rttMs !== null && `round trip ${formatMs(rttMs)}`,
    packetLossPercent !== null && `loss ${Number(packetLossPercent.toFixed(1))} %`,
    jitterMs !== null && `jitter ${formatMs(jitterMs)}`,
  ].filter(Boolean);
  return parts.map((part) => (
    <span key={String(part)} className={css.part}>
      {part}
    </span>
  ));
}

function Measure({ label, note, children }: { label: string; note?: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={css.value}>{children}</dd>
      <dd className={css.small}>{note}</dd>
    </div>
  );
}
