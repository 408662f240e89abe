import type { Alert } from '../../../api/types.ts';
import { formatMs } from '../format/ms.ts';
import { inWords, plainText } from '../format/words.ts';
import css from './alert-card.module.css';
import { Tag, type Tone } from './tag.tsx';
import { When } from './when.tsx';

/** One alert or its correction: what it said, how fast it was, and every attempt to deliver it. */
export function AlertCard({ alert }: { alert: Alert }) {
  const { rule, kind, raisedAt, delayMs, late, text, deliveries } = alert;
  return (
    <article className={css.alert}>
      <header className={css.head}>
        <b>{inWords(rule)}</b>
        {kind === 'correction' && <Tag hint="A reply under the first alert, not a second one">correction</Tag>}
        {late && (
          <Tag tone="warning" hint="It was raised after the call, by an event that came late">
            late
          </Tag>
        )}
        <span className="dim">
          <When at={raisedAt} kind="full" />
          {delayMs !== null && ` · ${formatMs(delayMs)} after the caller’s words`}
        </span>
      </header>
      <p className={css.text}>{plainText(text)}</p>
      {deliveries.length === 0 ? (
        <p className="dim">Not delivered yet: it waits for its first attempt.</p>
      ) : (
        <ol className={css.attempts}>
          {deliveries.map((delivery) => (
            <Attempt key={`${delivery.destination}${delivery.attempt}${delivery.requestedAt}`} delivery={delivery} />
          ))}
        </ol>
      )}
    </article>
  );
}

const TONES: Record<Alert['deliveries'][number]['state'], Tone> = {
  sent: 'good',
  retrying: 'warning',
  failed: 'danger',
};

function Attempt({ delivery }: { delivery: Alert['deliveries'][number] }) {
  const { destination, state, attempt, possiblyRepeated, requestedAt, error } = delivery;
  return (
    <li className={css.attempt}>
      <span>
        {inWords(destination)}, attempt {attempt}
      </span>
      <Tag tone={TONES[state]}>{state}</Tag>
      {possiblyRepeated && (
        <Tag tone="warning" hint="A process died while this was on its way: it may have arrived twice">
          perhaps twice
        </Tag>
      )}
      <span className="dim">
        <When at={requestedAt} kind="clock" />
      </span>
      {error !== null && <span className={css.error}>{error}</span>}
    </li>
  );
}
