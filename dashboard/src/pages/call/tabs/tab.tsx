import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSession } from '../../../app/session.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { TableSkeleton } from '../../../parts/skeletons.tsx';
import css from './tabs.module.css';

/** A tab's states around its data. */
export function Tab<Data>({ query, children }: { query: UseQueryResult<Data>; children: (data: Data) => ReactNode }) {
  return (
    <Loaded query={query} skeleton={<TableSkeleton rows={5} />}>
      {children}
    </Loaded>
  );
}

/** A tab of what may be read only with the right to read transcripts. */
export function WithRight({ what, children }: { what: string; children: ReactNode }) {
  const session = useSession();
  if (session === undefined) return <TableSkeleton rows={5} />;
  if (session.canReadTranscripts) return children;
  return (
    <EmptyState title="You may not read this">
      {what} can hold what the caller said: reading them needs the right to read transcripts, and is logged. An admin
      can give that right to your key.
    </EmptyState>
  );
}

/** A titled part of a tab. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={css.section}>
      <h3 className={css.title}>{title}</h3>
      {children}
    </section>
  );
}
