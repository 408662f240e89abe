import { Fragment } from 'react';
import type { Turn } from '../../../api/types.ts';
import { formatMs } from '../format/ms.ts';
import { formatCount } from '../format/number.ts';
import { partLabel } from '../format/words.ts';
import { Swatch, partStyle } from './part-legend.tsx';
import css from './part-bar.module.css';

type WaterfallProps = {
  parts: Turn['parts'];
  /** What was heard, ms; the parts sum to it. */
  heardMs: number | null;
  targetMs?: number;
};

/**
 * The parts of one turn where they were in time, to scale; their sum below. In whole ms, each part up to where the next
 * begins, so that the column can be added up by hand.
 */
export function Waterfall({ parts, heardMs, targetMs }: WaterfallProps) {
  const scaleMs = Math.max(heardMs ?? 0, targetMs ?? 0, ...parts.map((part) => part.toMs), 1);
  const wholeMs = (part: Turn['parts'][number]) => Math.round(part.toMs) - Math.round(part.fromMs);
  const sum = parts.reduce((total, part) => total + wholeMs(part), 0);
  const percent = (ms: number) => `${(ms / scaleMs) * 100}%`;
  return (
    <div className={css.fall}>
      {parts.map((part) => {
        const { style, className } = partStyle(part.part);
        const label =
          part.name && part.name !== part.part ? `${partLabel(part.part)}: ${part.name}` : partLabel(part.part);
        return (
          <Fragment key={`${part.part}${part.fromMs}`}>
            <span className={css.fallName}>
              <Swatch part={part.part} /> <span className="cut">{label}</span>
            </span>
            <span className={css.track}>
              <i
                className={`${css.fallBar} ${className}`}
                style={{ ...style, left: percent(part.fromMs), width: percent(part.durationMs) }}
                data-hint={`${label}: from ${formatMs(part.fromMs)} to ${formatMs(part.toMs)}`}
              />
              {targetMs !== undefined && <i className={css.target} style={{ left: percent(targetMs) }} />}
            </span>
            <span className="num">{formatCount(wholeMs(part))} ms</span>
          </Fragment>
        );
      })}
      <span className={css.sum}>Heard</span>
      <span className={`${css.scale} ${css.sum}`}>
        {targetMs !== undefined && <span className="dim">target {formatMs(targetMs)}</span>}&nbsp;
      </span>
      <span className={`num ${css.sum}`}>{formatCount(sum)} ms</span>
    </div>
  );
}
