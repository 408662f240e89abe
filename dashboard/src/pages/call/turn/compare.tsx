import { Tooltip } from '@mantine/core';
import type { Turn } from '../../../../../api/types.ts';
import { formatCount } from '../../../format/number.ts';
import { Unknown } from '../../../parts/unknown.tsx';
import { comparisonsOf, type Comparison } from './reading.ts';
import css from './turn.module.css';

/** What the SDK reports beside what we believe, each line with why the two may differ. */
export function Compare({ turn }: { turn: Turn }) {
  const rows = comparisonsOf(turn);
  return (
    <section>
      <h4 className={css.title}>Reported beside believed, ms</h4>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col" className="num">
              Reported
            </th>
            <th scope="col" className="num">
              Believed
            </th>
            <th scope="col" className="num">
              Difference
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.label} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row: { label, reportedMs, believedMs, why, total } }: { row: Comparison }) {
  const apart = reportedMs === null || believedMs === null ? null : Math.round(believedMs) - Math.round(reportedMs);
  return (
    <tr className={total ? css.total : undefined}>
      <th scope="row">
        <Tooltip label={why} position="top-start">
          <span className={css.why} tabIndex={0}>
            {label}
          </span>
        </Tooltip>
      </th>
      <td className="num">
        <Whole ms={reportedMs} why="The SDK reported nothing" />
      </td>
      <td className="num">
        <Whole ms={believedMs} why="The wait could not be taken apart" />
      </td>
      <td className="num">{apart === null ? <Unknown why="One of the two is not known" /> : signed(apart)}</td>
    </tr>
  );
}

function Whole({ ms, why }: { ms: number | null; why: string }) {
  return ms === null ? <Unknown why={why} /> : <>{formatCount(Math.round(ms))}</>;
}

function signed(value: number): string {
  if (value === 0) return '0';
  return `${value < 0 ? '−' : '+'}${formatCount(Math.abs(value))}`;
}
