import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { getCalls } from '../../api/calls.ts';
import { formatMany } from '../../format/number.ts';
import { nameOf } from '../../format/who.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { When } from '../../parts/when.tsx';
import css from './live.module.css';

const LONGEST_RANGE = '-30d';

/** An empty line: what the filters hide, the calls that were, or how to make some. */
export function Nobody({ hidden }: { hidden: number }) {
  const query = useQuery({
    queryKey: ['newest-call'],
    queryFn: ({ signal }) => getCalls({ from: LONGEST_RANGE, limit: 1 }, signal),
  });
  if (hidden > 0) {
    return (
      <EmptyState title="No call fits the filters">
        {formatMany(hidden, 'other call')} on the line. Remove a filter to see them.
      </EmptyState>
    );
  }
  const newest = query.data?.items[0];
  if (query.data !== undefined && newest === undefined) {
    return (
      <EmptyState title="Nobody is on the line, and nobody has called yet" command="npm run demo">
        A call shows here within a second of its start. This lets a dozen callers phone in:
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nobody is on the line">
      Calls appear here as they come.{' '}
      {newest !== undefined && (
        <>
          The last was{' '}
          <Link to="/calls/$callId" params={{ callId: newest.callId }} className={css.link}>
            {nameOf(newest.who)}
          </Link>
          , <When at={newest.startedAt} kind="ago" />:{' '}
          <Link to="/calls" className={css.link}>
            all calls
          </Link>
        </>
      )}
    </EmptyState>
  );
}
