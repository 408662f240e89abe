import { Link } from '@tanstack/react-router';
import type { Pipeline } from '../../../../api/types.ts';
import { formatCount, formatMany } from '../../format/number.ts';
import { formatTime } from '../../format/time.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useNow } from '../../parts/use-now.ts';
import { lastHour, MINUTE_MS } from './minutes.ts';
import css from './pipeline.module.css';

/** Events stored in the last hour, by minute; a bar opens the calls of its minute. */
export function Rates({ rates }: Pick<Pipeline, 'rates'>) {
  const minutes = lastHour(rates, useNow());
  const most = Math.max(...minutes.map(({ stored }) => stored));
  const sum = minutes.reduce((total, { stored }) => total + stored, 0);
  const reads = minutes.reduce((total, minute) => total + minute.reads, 0);
  if (most === 0) {
    return (
      <Panel title="Stored by minute">
        <EmptyState title="Nothing was stored in the last hour" command="npm run demo">
          Events come with calls:
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel
      title="Stored by minute"
      under={`${formatMany(sum, 'event')} in the last hour, at most ${formatCount(most)} in a minute${reads === 0 ? '' : `: ${formatCount(sum - reads)} of the calls, ${formatMany(reads, 'entry', 'entries')} of who read them`}`}
    >
      <div className={css.rates}>
        {minutes.map(({ at, stored }) => (
          <Bar key={at} at={at} stored={stored} most={most} />
        ))}
      </div>
      <div className={css.ends}>
        <span>{formatTime(minutes[0]?.at ?? '', 'short')}</span>
        <span>now</span>
      </div>
    </Panel>
  );
}

function Bar({ at, stored, most }: { at: string; stored: number; most: number }) {
  const label = `${formatTime(at, 'short')}: ${formatMany(stored, 'event')}`;
  const to = new Date(Date.parse(at) + MINUTE_MS).toISOString();
  return (
    <Link
      to="/calls"
      search={{ from: at, to }}
      className={css.rate}
      tabIndex={stored === 0 ? -1 : 0}
      aria-label={label}
      data-hint={label}
    >
      <i style={{ height: `${(stored / most) * 100}%` }} />
    </Link>
  );
}
