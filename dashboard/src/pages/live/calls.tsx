import { Skeleton } from '@mantine/core';
import { useTargetMs } from '../../api/use-target.ts';
import { useFilters } from '../../app/filters.ts';
import { formatMany } from '../../format/number.ts';
import { useLive, usePulse } from '../../live/use-live.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Panel } from '../../parts/panel.tsx';
import { matches } from './matches.ts';
import { Row } from './row.tsx';
import { useCalmOrder } from './use-calm-order.ts';
import css from './live.module.css';

/** One row a call, newest first. */
export function Calls() {
  const filters = useFilters();
  const all = [...useLive().values()];
  const shown = all.filter((call) => matches(call, filters));
  const pulse = usePulse();
  const targetMs = useTargetMs();
  const { calls, waiting, release, hold } = useCalmOrder(shown);

  if (pulse === undefined && all.length === 0) {
    return (
      <Panel title="On the line" flush>
        <Waiting />
      </Panel>
    );
  }
  return (
    <Panel
      title="On the line"
      flush
      aside={
        <button type="button" className={css.waiting} onClick={release} hidden={waiting === 0}>
          {formatMany(waiting, 'new call')}: show
        </button>
      }
    >
      {calls.length === 0 ? (
        <Nobody hidden={all.length} />
      ) : (
        <ul className={css.rows} {...hold}>
          {calls.map((call) => (
            <Row key={call.callId} call={call} targetMs={targetMs} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** As high as the rows that come. */
function Waiting() {
  return (
    <div className={css.rows} aria-busy="true" aria-label="loading">
      {[1, 2, 3].map((row) => (
        <div key={row} className={css.waitingRow}>
          <Skeleton height={10} width="40%" />
          <Skeleton height={10} width="70%" mt={10} />
        </div>
      ))}
    </div>
  );
}

function Nobody({ hidden }: { hidden: number }) {
  if (hidden > 0) {
    return (
      <EmptyState title="No call fits the filters">
        {formatMany(hidden, 'other call')} on the line. Remove a filter to see them.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nobody is on the line" command="npm run demo">
      A call shows here within a second of its start. Eight callers phone in at once when you run this:
    </EmptyState>
  );
}
