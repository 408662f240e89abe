import { useInfiniteQuery } from '@tanstack/react-query';
import type { RawEvent } from '../../../../../api/types.ts';
import { getRawEvents } from '../../../api/calls.ts';
import { formatMs } from '../../../format/ms.ts';
import { CopyId } from '../../../parts/copy-id.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorCard } from '../../../parts/error-card.tsx';
import { Pager } from '../../../parts/pager.tsx';
import { TableSkeleton } from '../../../parts/skeletons.tsx';
import { When } from '../../../parts/when.tsx';
import { WithRight } from './tab.tsx';
import css from './tabs.module.css';

const PAGE = 100;

/** The stored events as they were published. */
export function Events({ callId }: { callId: string }) {
  return (
    <WithRight what="Raw events">
      <List callId={callId} />
    </WithRight>
  );
}

function List({ callId }: { callId: string }) {
  const query = useInfiniteQuery({
    queryKey: ['call', callId, 'events'],
    queryFn: ({ pageParam, signal }) => getRawEvents(callId, { limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: false,
    staleTime: Infinity,
  });
  if (query.isPending) return <TableSkeleton rows={8} />;
  if (query.data === undefined) return <ErrorCard error={query.error} retry={() => void query.refetch()} />;
  const events = query.data.pages.flatMap(({ items }) => items);
  if (events.length === 0) return <EmptyState title="No events">Nothing of this call is stored.</EmptyState>;
  return (
    <>
      <div className={css.events}>
        {events.map((event) => (
          <Event key={event.eventId} raw={event} />
        ))}
      </div>
      <Pager query={query} shown={events.length} />
    </>
  );
}

function Event({ raw: { eventId, type, at, storedAt, event } }: { raw: RawEvent }) {
  return (
    <details className={css.event}>
      <summary data-row>
        <span className="mono cut">{type}</span>
        <span className={css.end}>
          <When at={at} kind="clock" />
        </span>
      </summary>
      <p className={css.small}>
        <CopyId id={eventId} label="event id" /> · stored {formatMs(Date.parse(storedAt) - Date.parse(at))} after it
        happened
      </p>
      <pre tabIndex={0}>{JSON.stringify(event, null, 2)}</pre>
    </details>
  );
}
