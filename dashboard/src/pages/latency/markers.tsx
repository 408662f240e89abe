import { Link } from '@tanstack/react-router';
import type { LatencySeries } from '../../../../api/types.ts';
import { inWords } from '../../format/words.ts';
import { When } from '../../parts/when.tsx';
import { LETTERS } from './flags-of.ts';
import css from './latency.module.css';

/** What changed in the range, in words: the chart has room for letters only. */
export function Markers({ markers, bucketMs }: Pick<LatencySeries, 'markers' | 'bucketMs'>) {
  if (markers.length === 0) return null;
  return (
    <ul className={css.markers} aria-label="What changed">
      {markers.map(({ at, kind, label }) => (
        <li key={`${at}${label}`}>
          <b className={kind === 'alert' ? `${css.letter} ${css.alert}` : css.letter}>{LETTERS[kind]}</b>
          <When at={at} />{' '}
          <Link to="/calls" search={callsAt(at, bucketMs)} className={css.markerLink}>
            {kind === 'alert' ? `Alert: ${inWords(label).toLowerCase()}` : label}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The calls around a change: as long before it as a bucket is, and as long after. */
function callsAt(at: string, bucketMs: number) {
  const middle = Date.parse(at);
  return { from: new Date(middle - bucketMs).toISOString(), to: new Date(middle + bucketMs).toISOString() };
}
