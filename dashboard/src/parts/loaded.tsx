import { IconAlertTriangle } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorCard } from './error-card.tsx';
import { When } from './when.tsx';
import css from './states.module.css';

type LoadedProps<Data> = {
  query: UseQueryResult<Data>;
  skeleton: ReactNode;
  /** An error stands in its own frame: for what is in no panel. */
  boxed?: boolean;
  children: (data: Data) => ReactNode;
};

/** A query's states: skeleton, error with a retry, or what `children` makes of its data, dimmed while it is of other filters. */
export function Loaded<Data>({ query, skeleton, boxed = false, children }: LoadedProps<Data>) {
  if (query.isPending) return skeleton;
  if (query.data === undefined) {
    const card = <ErrorCard error={query.error ?? new Error('no answer')} retry={() => void query.refetch()} />;
    return boxed ? <div className={css.boxed}>{card}</div> : card;
  }
  return (
    <div className={query.isPlaceholderData ? css.stale : css.fresh} aria-busy={query.isPlaceholderData}>
      {query.isRefetchError && <Old query={query} />}
      {children(query.data)}
    </div>
  );
}

type OldProps = { query: Pick<UseQueryResult, 'dataUpdatedAt' | 'error'> & { refetch: () => unknown } };

/** What is shown is old, because asking again failed. */
export function Old({ query }: OldProps) {
  return (
    <p className={css.old} role="alert">
      <IconAlertTriangle size={14} aria-hidden />
      <span>
        As of <When at={new Date(query.dataUpdatedAt).toISOString()} kind="clock" />: {query.error?.message}
      </span>
      <button type="button" onClick={() => void query.refetch()}>
        Try again
      </button>
    </p>
  );
}
