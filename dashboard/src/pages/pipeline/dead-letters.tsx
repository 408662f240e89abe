import { useInfiniteQuery } from '@tanstack/react-query';
import { linkOptions, useSearch } from '@tanstack/react-router';
import type { DeadLetter } from '../../../../api/types.ts';
import { getDeadLetters } from '../../api/pipeline.ts';
import { useSession } from '../../app/session.ts';
import { DataTable, type Column } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorCard } from '../../parts/error-card.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Panel } from '../../parts/panel.tsx';
import { TableSkeleton } from '../../parts/skeletons.tsx';
import { When } from '../../parts/when.tsx';
import { Letter } from './letter.tsx';

const COLUMNS: readonly Column<DeadLetter>[] = [
  { key: 'reason', title: 'Reason', cell: ({ reason }) => reason },
  { key: 'code', title: 'Code', cell: ({ code }) => <span className="mono dim">{code}</span> },
  { key: 'field', title: 'Field', cell: ({ field }) => <span className="mono dim">{field || '–'}</span> },
  { key: 'stage', title: 'Stage', width: 110, cell: ({ stage }) => stage },
  { key: 'tries', title: 'Tries', align: 'right', width: 70, cell: ({ tries }) => tries },
  { key: 'at', title: 'When', align: 'right', width: 110, cell: ({ at }) => <When at={at} /> },
];

/** Messages that nobody understood: look, mend, drive again. */
export function DeadLetters() {
  const session = useSession();
  const { letter } = useSearch({ from: '/app/pipeline' });
  return (
    <Panel title="Dead letters" under="Messages that nobody understood, kept with the reason" flush>
      {session === undefined && <TableSkeleton rows={2} />}
      {session?.canOperate === true && <List />}
      {session?.canOperate === false && (
        <EmptyState title="Not for your role">Only who may operate the pipeline can look into dead letters.</EmptyState>
      )}
      {session?.canOperate === true && letter !== undefined && <Letter seq={letter} />}
    </Panel>
  );
}

function List() {
  const query = useInfiniteQuery({
    queryKey: ['dead-letters'],
    queryFn: ({ signal, pageParam }) => getDeadLetters({ cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (query.isPending) return <TableSkeleton rows={2} />;
  if (query.isError) return <ErrorCard error={query.error} retry={() => void query.refetch()} />;
  if (rows.length === 0) return <EmptyState title="No dead letters">Every message was understood.</EmptyState>;
  return (
    <>
      <DataTable
        label="Dead letters"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ seq }) => seq}
        link={({ seq }) => linkOptions({ to: '/pipeline', search: { letter: seq } })}
        minWidth={760}
      />
      <Pager query={query} shown={rows.length} />
    </>
  );
}
