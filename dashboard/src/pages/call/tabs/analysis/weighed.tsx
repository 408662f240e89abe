import { formatShare } from '../../../../format/number.ts';
import { inWords, plainText } from '../../../../format/words.ts';
import { Unknown } from '../../../../parts/unknown.tsx';
import { TableHead } from '../../measures-table.tsx';
import table from '../../measures-table.module.css';
import css from './analysis.module.css';
import { Card, Nothing } from './card.tsx';
import { sharesOf, type ItemOf, type Share, type Weighed } from './reading.ts';

type Props = { item: ItemOf<'quality'> | undefined };

export function Quality({ item }: Props) {
  return (
    <Card title="Quality of the conversation" item={item} aside={({ quality }) => <Score of={quality} />}>
      {({ quality }) => <Components of={quality} />}
    </Card>
  );
}

export function Engagement({ item }: Props) {
  return (
    <Card title="Engagement of the caller" item={item} aside={({ engagement }) => <Score of={engagement} />}>
      {({ engagement }) => <Components of={engagement} />}
    </Card>
  );
}

function Score({ of: { score } }: { of: Weighed }) {
  return score === null ? <span>not known</span> : <span>{score.toFixed(1)} of 10</span>;
}

/** What the score is made of, as one would add it up by hand. */
function Components({ of }: { of: Weighed }) {
  const shares = sharesOf(of);
  if (of.score === null) return <Nothing>Not known: {shares[0]?.how ?? 'nothing tells it'}.</Nothing>;
  const sum = shares.reduce((all, { points }) => all + (points ?? 0), 0);
  return (
    <table className={`${table.table} ${css.components}`}>
      <TableHead first="Component" numbers={['Score', '× Weight', 'Points']} />
      <tbody>
        {shares.map((one) => (
          <Row key={one.name} of={one} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            Sum, rounded to {of.score.toFixed(1)}
          </th>
          <td className="num">
            <b>{sum.toFixed(2)}</b>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

/** A line for the figures, and one below it, as wide as the table, for how they came about. */
function Row({ of: { name, how, score, share, points } }: { of: Share }) {
  return (
    <>
      <tr>
        <th scope="row">{inWords(name)}</th>
        <td className="num">{score?.toFixed(1) ?? <Unknown why={`Left out: ${plainText(how)}`} />}</td>
        <td className="num">
          {share === null ? <Unknown why="Left out: the others count for more" /> : formatShare(share)}
        </td>
        <td className="num">{points?.toFixed(2) ?? <Unknown why="Left out" />}</td>
      </tr>
      <tr className={css.how}>
        <td colSpan={4}>{plainText(how)}</td>
      </tr>
    </>
  );
}
