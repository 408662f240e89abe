import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTargetMs } from '../../app/use-target.ts';
import { useFilters } from '../../app/filters.ts';
import { formatMany } from '../../format/number.ts';
import type { LiveCall } from '../../live/reduce.ts';
import { useLive, useLost, usePulse } from '../../live/use-live.ts';
import { Panel } from '../../parts/panel.tsx';
import { When } from '../../parts/when.tsx';
import { Heads } from './heads.tsx';
import { matches } from './matches.ts';
import { Nobody } from './nobody.tsx';
import { Row } from './row.tsx';
import { useCalmOrder } from './use-calm-order.ts';
import css from './live.module.css';

/** Always there, so that nothing moves when the connection is lost and comes back. */
const ORDER = 'Newest first';

/** Who is on the line, newest first; below, who just hung up. */
export function Calls() {
  const filters = useFilters();
  const all = [...useLive().values()];
  const { calls, ended, waiting, release, hold } = useCalmOrder(all.filter((call) => matches(call, filters)));
  const pulse = usePulse();
  const lost = useLost();

  if (pulse === undefined && all.length === 0 && !lost) {
    return (
      <Panel title="On the line" under={ORDER} flush>
        <Waiting />
      </Panel>
    );
  }
  return (
    <>
      <Panel
        title="On the line"
        under={lost ? <Cut at={pulse?.at} /> : ORDER}
        flush
        aside={
          <button type="button" className={css.waiting} onClick={release} hidden={waiting === 0}>
            {formatMany(waiting, 'new call')}: show
          </button>
        }
      >
        {calls.length > 0 && (
          <div {...hold}>
            <Rows calls={calls} />
          </div>
        )}
        {calls.length === 0 && !lost && <Nobody hidden={all.length - ended.length} />}
      </Panel>
      {ended.length > 0 && (
        <Panel
          title="Just ended"
          under={lost ? 'When the connection was lost' : 'In the last minute, with how they ended'}
          flush
        >
          <Rows calls={ended} />
        </Panel>
      )}
    </>
  );
}

function Rows({ calls }: { calls: readonly LiveCall[] }): ReactNode {
  const targetMs = useTargetMs();
  return (
    <>
      <Heads />
      <ul className={css.rows}>
        {calls.map((call) => (
          <Row key={call.callId} call={call} targetMs={targetMs} />
        ))}
      </ul>
    </>
  );
}

/** What is shown is old. */
function Cut({ at }: { at: string | undefined }) {
  return (
    <span className={css.cut} role="alert">
      The live connection is lost; it is tried again.{' '}
      {at !== undefined && (
        <>
          This is how it stood at <When at={at} kind="clock" />.
        </>
      )}
    </span>
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
