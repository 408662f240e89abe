import type { PartName } from '../../../api/types.ts';
import { PARTS } from '../format/words.ts';
import css from './part-bar.module.css';

/** The colour of a part, on every page the same; unexplained time is hatched. */
export function partStyle(part: PartName) {
  return {
    style: { backgroundColor: `var(--part-${part})` },
    className: part === 'unexplained' ? (css.unexplained ?? '') : '',
  };
}

export function Swatch({ part }: { part: PartName }) {
  const { style, className } = partStyle(part);
  return <i className={`${css.swatch} ${className}`} style={style} aria-hidden />;
}

/** @param only the parts that are shown; all nine without it. */
export function PartLegend({ only }: { only?: ReadonlySet<PartName> }) {
  const shown = PARTS.filter((part) => only === undefined || only.has(part.name));
  return (
    <div className={css.legend}>
      {shown.map((part) => (
        <span key={part.name}>
          <Swatch part={part.name} /> {part.label}
        </span>
      ))}
    </div>
  );
}
