import { Skeleton } from '@mantine/core';
import css from './states.module.css';

const WIDTHS = ['32%', '18%', '24%', '12%'];

/** Rows as high as a table's, so that nothing moves when they come. */
export function TableSkeleton({ rows }: { rows: number }) {
  return (
    <div role="status" aria-busy="true" aria-label="loading">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={css.row}>
          {WIDTHS.map((width) => (
            <Skeleton key={width} height={10} width={width} />
          ))}
        </div>
      ))}
    </div>
  );
}

export function TextSkeleton({ lines }: { lines: number }) {
  return (
    <div role="status" aria-busy="true" aria-label="loading" style={{ display: 'grid', gap: 10 }}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={10} width={`${90 - ((line * 17) % 40)}%`} />
      ))}
    </div>
  );
}

/** @param height px of what will stand there. */
export function BlockSkeleton({ height }: { height: number }) {
  return <Skeleton height={height} role="status" aria-busy="true" aria-label="loading" />;
}
