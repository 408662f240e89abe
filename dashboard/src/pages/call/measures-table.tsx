import type { ReactNode } from 'react';
import { formatCount } from '../../format/number.ts';
import { Unknown } from '../../parts/unknown.tsx';
import css from './measures-table.module.css';

type MeasuresTableProps = {
  /** Also says how far apart the two are. */
  difference?: boolean;
  /** A row a measure. */
  children: ReactNode;
};

/** What is reported beside what is believed. */
export function MeasuresTable({ difference = false, children }: MeasuresTableProps) {
  const numbers = difference ? ['Reported', 'Measured', 'Difference'] : ['Reported', 'Believed'];
  return (
    <table className={css.table}>
      <TableHead first="Measure" numbers={numbers} />
      <tbody>{children}</tbody>
    </table>
  );
}

/** What a row is about, and its columns of numbers. */
export function TableHead({ first, numbers }: { first: string; numbers: readonly string[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {numbers.map((title) => (
          <th key={title} scope="col" className="num">
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}

type AmountProps = { value: number | null; why: string; strong?: boolean };

/** A cell with a whole number; unknown is a dash with its reason. */
export function Amount({ value, why, strong = false }: AmountProps) {
  const text = value === null ? <Unknown why={why} /> : formatCount(Math.round(value));
  return <td className="num">{strong && value !== null ? <b>{text}</b> : text}</td>;
}
