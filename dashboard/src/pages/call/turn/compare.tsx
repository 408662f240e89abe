import type { Turn } from '../../../../../api/types.ts';
import { formatCount } from '../../../format/number.ts';
import { Unknown } from '../../../parts/unknown.tsx';
import { Amount, MeasuresTable } from '../measures-table.tsx';
import { comparisonsOf, type Comparison } from './reading.ts';
import css from './turn.module.css';

/** What the SDK reports beside what we believe, each line with why the two may differ. */
export function Compare({ turn }: { turn: Turn }) {
  const rows = comparisonsOf(turn);
  return (
    <section>
      <h4 className={css.title}>What the SDK reports, beside what was measured, ms</h4>
      <MeasuresTable difference>
        {rows.map((row) => (
          <Row key={row.label} row={row} />
        ))}
      </MeasuresTable>
    </section>
  );
}

function Row({ row: { label, reportedMs, believedMs, why, total } }: { row: Comparison }) {
  const apart = reportedMs === null || believedMs === null ? null : Math.round(believedMs) - Math.round(reportedMs);
  return (
    <tr className={total ? css.total : undefined}>
      <th scope="row">
        <span className={css.why} tabIndex={0} data-hint={why}>
          {label}
        </span>
      </th>
      <Amount value={reportedMs} why="The SDK reported nothing" />
      <Amount value={believedMs} why="The wait could not be taken apart" />
      <td className="num">{apart === null ? <Unknown why="One of the two is not known" /> : signed(apart)}</td>
    </tr>
  );
}

function signed(value: number): string {
  if (value === 0) return '0';
  return `${value < 0 ? '−' : '+'}${formatCount(Math.abs(value))}`;
}
