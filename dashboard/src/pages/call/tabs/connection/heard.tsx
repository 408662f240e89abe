import type { Turn, TurnList } from '../../../../../../api/types.ts';
import { formatMs } from '../../../../format/ms.ts';
import { formatMany } from '../../../../format/number.ts';
import { Ms } from '../../../../parts/ms.tsx';
import { Unknown } from '../../../../parts/unknown.tsx';
import { TurnLink } from '../jump.tsx';
import { Section } from '../tab.tsx';
import { TableHead } from '../../measures-table.tsx';
import table from '../../measures-table.module.css';
import css from './connection.module.css';

const NO_PAGE = 'The caller’s page measured no answer here: he called by phone, spoke over it, or the page slept';

/** Heard latency where the agent knows it, beside the caller's ear, turn by turn. */
export function Heard({ turns: { items, atCaller } }: { turns: TurnList }) {
  const answered = items.filter(({ turn, heardMs, heardCallerMs }) => turn > 0 && (heardMs ?? heardCallerMs) !== null);
  return (
    <Section title="Heard latency, at the agent and at the caller’s ear">
      <p>
        Median difference{' '}
        <b>
          {atCaller.medianDifferenceMs === null ? (
            <Unknown why="No turn was measured on both sides" />
          ) : (
            signed(atCaller.medianDifferenceMs)
          )}
        </b>{' '}
        <span className="dim">{formatMany(atCaller.turns, 'turn')} measured on both sides</span>
      </p>
      {answered.length > 0 && (
        <table className={`${table.table} ${css.heard}`}>
          <TableHead first="Turn" numbers={['At the agent', 'At the caller’s ear', 'Difference']} />
          <tbody>
            {answered.map((turn) => (
              <Row key={turn.turn} turn={turn} />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function Row({ turn: { turn, heardMs, heardCallerMs } }: { turn: Turn }) {
  return (
    <tr>
      <th scope="row">
        <TurnLink turn={turn}>{turn}</TurnLink>
      </th>
      <td className="num">
        <Ms value={heardMs} why="The agent could not tell when its answer was heard" />
      </td>
      <td className="num">
        <Ms value={heardCallerMs} why={NO_PAGE} />
      </td>
      <td className="num">
        {heardMs === null || heardCallerMs === null ? (
          <Unknown why="One of the two is not known" />
        ) : (
          signed(heardCallerMs - heardMs)
        )}
      </td>
    </tr>
  );
}

function signed(ms: number): string {
  return `${Math.round(ms) < 0 ? '−' : '+'}${formatMs(Math.abs(ms))}`;
}
