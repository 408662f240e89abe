import { useQuery } from '@tanstack/react-query';
import type { Signal } from '../../../../../api/types.ts';
import { formatValue, inWords } from '../../../format/words.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { When } from '../../../parts/when.tsx';
import { signalsQuery } from '../data.ts';
import { Quote } from './jump.tsx';
import { Tab } from './tab.tsx';
import css from './tabs.module.css';

/** What was learnt about the caller, in the order in which he said it. */
export function Signals({ callId }: { callId: string }) {
  const query = useQuery(signalsQuery(callId));
  return (
    <Tab query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title="No signals">
            The agent records one when the caller says something that it asks for: the size of his team, by when he
            decides, what it must work with.
          </EmptyState>
        ) : (
          <ul className={css.rows}>
            {items.map((signal) => (
              <Row key={`${signal.name}${signal.at}${formatValue(signal.value)}`} signal={signal} />
            ))}
          </ul>
        )
      }
    </Tab>
  );
}

function Row({ signal: { name, value, replaced, at, itemId, quote, current } }: { signal: Signal }) {
  const corrected = replaced !== undefined && replaced !== null;
  return (
    <li className={css.row} data-old={!current || undefined}>
      <div className={css.line}>
        <span className={css.label}>{inWords(name)}</span>
        <b>{value === null ? 'taken back' : formatValue(value)}</b>
        {corrected && (
          <span className="dim">
            was <s>{formatValue(replaced)}</s>
          </span>
        )}
        {!current && <span className="dim">replaced later</span>}
        <span className={css.end}>
          <When at={at} kind="clock" />
        </span>
      </div>
      <Quote quote={quote} itemId={itemId} />
    </li>
  );
}
