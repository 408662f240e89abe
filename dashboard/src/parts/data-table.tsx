import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { asLink, type LinkTo } from './link-to.ts';
import css from './data-table.module.css';

export type Column<Row> = {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the right. */
  align?: 'right';
  /** CSS width; the others share what is left. */
  width?: number | string;
  /** Left out of the cards of narrow screens. */
  wideOnly?: boolean;
};

type DataTableProps<Row> = {
  /** For screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  /** Where a row leads; its first cell becomes a link over all of it. */
  link?: (row: Row) => LinkTo;
  /** Rows that say nothing are marked `data-quiet`; narrow screens may leave them out. */
  isQuiet?: (row: Row) => boolean;
  /** px under which it scrolls sideways in its own box. */
  minWidth?: number;
};

/** A table of rows that open; under 640 px each row is a card with its columns' titles. */
export function DataTable<Row>({ label, columns, rows, rowKey, link, isQuiet, minWidth }: DataTableProps<Row>) {
  return (
    <div className={css.scroller}>
      <table className={css.table} aria-label={label} style={{ minWidth }}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={column.align === 'right' ? 'num' : undefined}
                style={{ width: column.width }}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={link && css.opens} data-quiet={isQuiet?.(row) || undefined}>
              {columns.map((column, index) => (
                <td key={column.key} className={cellClass(column)} data-title={column.title}>
                  {index === 0 && link ? (
                    <Link {...asLink(link(row))} className={css.link} data-row>
                      {column.cell(row)}
                    </Link>
                  ) : (
                    <div className={css.cell}>{column.cell(row)}</div>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function cellClass<Row>(column: Column<Row>): string | undefined {
  const classes = [column.align === 'right' && 'num', column.wideOnly && css.wideOnly].filter(Boolean);
  return classes.length > 0 ? classes.join(' ') : undefined;
}
