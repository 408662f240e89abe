import type { CSSProperties } from 'react';
import css from './chart.module.css';
import { LineKey, type LineStyle } from './line.tsx';
import { percent } from './scales.ts';

/** What a chart says of one point. */
export type Reading = {
  title: string;
  note?: string;
  rows: readonly {
    style: LineStyle;
    text: string;
    isDim?: boolean;
    /** Where it stands, as the scales have it. */
    x: number;
    y: number;
  }[];
};

export function wordsOf({ title, note, rows }: Reading): string {
  return [
    title,
    ...(note === undefined ? [] : [note]),
    ...rows.map(({ style, text }) => `${style.label} ${text}`),
  ].join(', ');
}

/** Beside a place, on the side that has more room. @param place percent of the width */
export function Tooltip({ reading: { title, note, rows }, place }: { reading: Reading; place: number }) {
  return (
    <div
      className={css.tooltip}
      data-side={place > 50 ? 'left' : 'right'}
      style={{ '--place': percent(place) } as CSSProperties}
    >
      <p>
        <b>{title}</b> {note !== undefined && <span className="dim">{note}</span>}
      </p>
      {rows.map(({ style, text, isDim = false }) => (
        <p key={style.label}>
          <span>
            <LineKey style={style} /> <span className="dim">{style.label}</span>
          </span>
          <span className={isDim ? 'dim' : undefined}>{text}</span>
        </p>
      ))}
    </div>
  );
}
