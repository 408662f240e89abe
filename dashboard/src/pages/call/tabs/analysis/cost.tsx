import { formatMoney } from '../../../../format/money.ts';
import { inWords, plainText, sentence } from '../../../../format/words.ts';
import { Tag } from '../../../../parts/tag.tsx';
import { Unknown } from '../../../../parts/unknown.tsx';
import { TableHead } from '../../measures-table.tsx';
import table from '../../measures-table.module.css';
import css from './analysis.module.css';
import { Card, Nothing } from './card.tsx';
import { NO_PRICE, type ItemOf, type ResultOf } from './reading.ts';

type Cost = ResultOf<'performance'>['cost'];
type Line = Cost['lines'][number];

/** What the call cost, line by line; what has no price is not known, and said so. */
export function CostCard({ item }: { item: ItemOf<'performance'> | undefined }) {
  return (
    <Card title="Cost" item={item} aside={({ cost }) => <Total of={cost} />}>
      {({ cost: { total, known, lines, warnings } }) =>
        lines.length === 0 ? (
          <Nothing>No use of anything that is paid for was recorded.</Nothing>
        ) : (
          <>
            {total === null && known.length > 0 && (
              <p>At least {known.map(formatMoney).join(' and ')}: that much of it has a price.</p>
            )}
            <table className={table.table}>
              <TableHead first="For" numbers={['Used', 'Cost']} />
              <tbody>
                {lines.map((line) => (
                  <Row key={line.purpose + line.provider + line.model + line.unit} line={line} />
                ))}
              </tbody>
            </table>
            {warnings.map((warning) => (
              <p key={warning} className={css.warning}>
                {sentence(plainText(warning))}
              </p>
            ))}
          </>
        )
      }
    </Card>
  );
}

function Total({ of: { total, lines, warnings } }: { of: Cost }) {
  if (total !== null) return <b>{formatMoney(total)}</b>;
  if (lines.length === 0) return <span>not known</span>;
  return <Tag tone="warning">{warnings.some((one) => NO_PRICE.test(one)) ? 'no price' : 'not known'}</Tag>;
}

const PURPOSES: Record<string, string> = {
  stt: 'Speech recognition',
  llm: 'Language model',
  tts: 'Speech synthesis',
  analysis: 'This analysis',
};

function Row({ line }: { line: Line }) {
  const { purpose, provider, model, unit, quantity, cost } = line;
  return (
    <tr>
      <th scope="row">
        {PURPOSES[purpose] ?? inWords(purpose)}
        <span className={css.how}>
          {model || provider}, {inWords(unit).toLowerCase()}
        </span>
      </th>
      <td className="num">
        {quantity === null ? <Unknown why={QUANTITY[unit] ?? QUANTITY_UNKNOWN} /> : amount.format(quantity)}
      </td>
      <td className="num">{cost !== null ? formatMoney(cost) : <Unknown why={whyNone(line)} />}</td>
    </tr>
  );
}

const QUANTITY: Record<string, string> = { as_charged: 'Charged as a whole, by its own price' };
const QUANTITY_UNKNOWN = 'How much was used is not known';

function whyNone({ quantity, price }: Line): string {
  if (quantity === 0) return 'Nothing of it was used';
  return price === null ? 'It has no price' : QUANTITY_UNKNOWN;
}

const amount = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
