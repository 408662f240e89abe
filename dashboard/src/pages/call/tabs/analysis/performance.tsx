import { formatMs } from '../../../../format/ms.ts';
import { formatMany } from '../../../../format/number.ts';
import { inWords } from '../../../../format/words.ts';
import { Millis } from '../../../../parts/ms.tsx';
import { Tag } from '../../../../parts/tag.tsx';
import { Unknown } from '../../../../parts/unknown.tsx';
import { TableHead } from '../../measures-table.tsx';
import table from '../../measures-table.module.css';
import { TurnLink } from '../jump.tsx';
import css from './analysis.module.css';
import { Card } from './card.tsx';
import { heldAgainst, metricWords, valueWords, worstFirst } from './metrics.ts';
import type { ItemOf, ResultOf } from './reading.ts';

type Performance = ResultOf<'performance'>['performance'];
type Judged = Performance['targets']['metrics'][number];
type SlowTurn = Performance['slow_turns'][number];
type Anomaly = Performance['anomalies'][number];

/** How fast the call was, and what it was held against. */
export function PerformanceCard({ item }: { item: ItemOf<'performance'> | undefined }) {
  return (
    <Card title="Performance" item={item} aside={({ performance }) => <Met of={performance.targets} />}>
      {({ performance: { latency, slow_turns: slow, targets, anomalies } }) => (
        <>
          <p className={css.figures}>
            <Figure name="Heard p50" value={latency.all.heard.p50} n={latency.all.heard.n} />
            <Figure name="p95" value={latency.all.heard.p95} n={latency.all.heard.n} />
            <span className="dim">
              n {latency.all.heard.n}
              {latency.all.heard.excluded > 0 && `, ${latency.all.heard.excluded} left out`}
            </span>
          </p>
          {slow.length > 0 && (
            <ul className={css.list}>
              {slow.map((one) => (
                <Slow key={one.turn} of={one} />
              ))}
            </ul>
          )}
          <Unusual all={anomalies} />
          <table className={table.table}>
            <TableHead first="Measure" numbers={['Value', 'Target']} />
            <tbody>
              {worstFirst(targets.metrics).map((one) => (
                <tr key={one.metric}>
                  <th scope="row">
                    {metricWords(one.metric)}
                    <span className={css.how}>{heldAgainst(one)}</span>
                  </th>
                  <td className="num">{valueWords(one)}</td>
                  <td className="num">
                    <Verdict of={one} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {targets.unknown.length > 0 && (
            <p className="dim">
              Not measured: {targets.unknown.map((name) => metricWords(name).toLowerCase()).join(', ')}.
            </p>
          )}
        </>
      )}
    </Card>
  );
}

function Met({ of: { met, judged } }: { of: Performance['targets'] }) {
  return judged === 0 ? <span>not known</span> : <span>{`${met} of ${formatMany(judged, 'target')} met`}</span>;
}

function Figure({ name, value, n }: { name: string; value: number | null; n: number }) {
  return (
    <span>
      <span className="dim">{name}</span>{' '}
      <b>
        <Millis value={value} n={n} />
      </b>
    </span>
  );
}

function Verdict({ of: { met, alert } }: { of: Judged }) {
  if (alert) return <Tag tone="danger">alarming</Tag>;
  if (met === null) return alert === null ? <Unknown why="There is no target for it" /> : <Tag>in bounds</Tag>;
  return met ? <Tag tone="good">met</Tag> : <Tag tone="warning">missed</Tag>;
}

/** What lies far from the calls of the same agent in the week before. */
function Unusual({ all }: { all: readonly Anomaly[] }) {
  const unusual = all.filter(({ anomalous }) => anomalous);
  if (unusual.length === 0) return null;
  return (
    <ul className={css.list}>
      {unusual.map(({ metric, unit, value, median, n }) => (
        <li key={metric}>
          Unusual for this agent: {metricWords(metric).toLowerCase()} <b>{valueWords({ value, unit })}</b>
          {median !== null && (
            <span className="dim">{`, in the ${formatMany(n, 'call')} of the week before ${valueWords({ value: median, unit })}`}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A turn over 1.5 s, and what it would have been without its cause. */
function Slow({ of }: { of: SlowTurn }) {
  const { turn, heard_ms: heardMs, cause, names, part_ms: partMs, usual_ms: usualMs, without_ms: withoutMs } = of;
  return (
    <li>
      <TurnLink turn={turn}>Turn {turn}</TurnLink> waited <b>{formatMs(heardMs)}</b>
      {cause !== null && partMs !== null && (
        <span className="dim">
          {`: ${[inWords(cause), ...names].join(' ')} took ${formatMs(partMs)}`}
          {usualMs !== null && `, usually ${formatMs(usualMs)}`}
          {withoutMs !== null && `; else ${formatMs(withoutMs)}`}
        </span>
      )}
    </li>
  );
}
