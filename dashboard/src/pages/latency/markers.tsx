import type { LatencySeries } from '../../../../api/types.ts';
import { inWords } from '../../format/words.ts';
import { When } from '../../parts/when.tsx';
import { LETTERS } from './flag.tsx';
import css from './latency.module.css';

/** What changed in the range, in words: the chart has room for letters only. */
export function Markers({ markers }: Pick<LatencySeries, 'markers'>) {
  if (markers.length === 0) return null;
  return (
    <ul className={css.markers} aria-label="What changed">
      {markers.map(({ at, kind, label }) => (
        <li key={`${at}${label}`}>
          <b className={kind === 'alert' ? `${css.letter} ${css.alert}` : css.letter}>{LETTERS[kind]}</b>
          <When at={at} /> <span>{kind === 'alert' ? inWords(label) : label}</span>
        </li>
      ))}
    </ul>
  );
}
