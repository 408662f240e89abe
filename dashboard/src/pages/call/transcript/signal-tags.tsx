import { Link } from '@tanstack/react-router';
import type { Signal } from '../../../../../api/types.ts';
import { formatValue, inWords } from '../../../format/words.ts';
import css from './transcript.module.css';

/** What was learnt from words, as it was learnt; struck where a later value replaced it. */
export function SignalTags({ signals }: { signals: Signal[] }) {
  return (
    <span className={css.signals}>
      {signals.map(({ name, value, at, current }) => (
        <Link
          key={`${name}${at}${formatValue(value)}`}
          to="."
          search={(old) => ({ ...old, tab: 'signals' as const })}
          resetScroll={false}
          className={css.signal}
          title={current ? 'Signal: open all' : 'Replaced later: open all'}
        >
          {inWords(name)} {current ? <b>{formatValue(value)}</b> : <s>{formatValue(value)}</s>}
        </Link>
      ))}
    </span>
  );
}
