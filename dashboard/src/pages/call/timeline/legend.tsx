import type { Timeline } from '../../../../../api/types.ts';
import { inWords } from '../../../format/words.ts';
import { overlapsOf, silencesOf, type Mark } from './geometry.ts';
import { Shape } from './shape.tsx';
import css from './timeline.module.css';

const KINDS: Mark['kind'][] = ['signal', 'tool', 'error', 'fallback', 'alert', 'room'];

/** Only of what is drawn. */
export function Legend({ timeline: { spans, marks } }: { timeline: Timeline }) {
  const kinds = KINDS.filter((kind) => marks.some((mark) => mark.kind === kind));
  return (
    <div className={css.legend}>
      {spans.some(({ interrupted }) => interrupted) && (
        <span>
          <svg width="8" height="12" aria-hidden>
            <path d="M1 0h5v12h-5l3-6z" className={css.broken} />
          </svg>
          Interrupted
        </span>
      )}
      {overlapsOf(spans).length > 0 && (
        <span>
          <i className={css.overlapSwatch} /> Both speak
        </span>
      )}
      {kinds.map((kind) => (
        <span key={kind}>
          <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden>
            <Shape kind={kind} />
          </svg>
          {inWords(kind)}
        </span>
      ))}
      {silencesOf(spans).length > 0 && <span>▨ Nobody speaks</span>}
    </div>
  );
}
