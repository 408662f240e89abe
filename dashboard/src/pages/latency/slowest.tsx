import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { linkOptions } from '@tanstack/react-router';
import type { SlowTurn } from '../../../../api/types.ts';
import { getSlowestTurns } from '../../api/latency.ts';
import { useFilters } from '../../app/filters.ts';
import { formatMs } from '../../format/ms.ts';
import { DataTable, type Column } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorCard } from '../../parts/error-card.tsx';
import { Ms } from '../../parts/ms.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PartBar } from '../../parts/part-bar.tsx';
import { TableSkeleton } from '../../parts/skeletons.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import { When } from '../../parts/when.tsx';

const PAGE = 15;

/** The slowest turns, each with its cause in words; a row opens the turn in its call. */
export function Slowest({ targetMs }: { targetMs: number | undefined }) {
  const filters = useFilters();
  const query = useInfiniteQuery({
    queryKey: ['latency-slowest', filters],
    queryFn: ({ signal, pageParam }) => getSlowestTurns({ ...filters, limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div id="slowest">
      <Panel
        title="Slowest turns"
        under={targetMs === undefined ? undefined : `The target is ${formatMs(targetMs)}`}
        flush
      >
        {query.isPending && <TableSkeleton rows={8} />}
        {query.isError && rows.length === 0 && <ErrorCard error={query.error} retry={() => void query.refetch()} />}
        {query.isSuccess && rows.length === 0 && (
          <EmptyState title="No turns">No turn was measured in this range.</EmptyState>
        )}
        {rows.length > 0 && <Table rows={rows} targetMs={targetMs} />}
        <Pager query={query} shown={rows.length} />
      </Panel>
    </div>
  );
}

function Table({ rows, targetMs }: { rows: readonly SlowTurn[]; targetMs: number | undefined }) {
  const scaleMs = Math.max(...rows.map((row) => row.heardMs ?? 0), 1);
  const columns: readonly Column<SlowTurn>[] = [
    { key: 'cause', title: 'Cause', cell: (row) => row.cause ?? <Unknown why="No single part explains it" /> },
    {
      key: 'heard',
      title: 'Heard',
      align: 'right',
      width: 90,
      cell: (row) => (
        <b>
          <Ms value={row.heardMs} />
        </b>
      ),
    },
    {
      key: 'parts',
      title: 'Parts',
      width: '32%',
      wideOnly: true,
      cell: (row) => <PartBar thin parts={row.parts} scaleMs={scaleMs} {...(targetMs !== undefined && { targetMs })} />,
    },
    {
      key: 'agent',
      title: 'Agent',
      width: 190,
      cell: (row) => (
        <>
          {row.agent} <span className="dim">{row.agentVersion}</span>
        </>
      ),
    },
    { key: 'turn', title: 'Turn', align: 'right', width: 60, cell: (row) => row.turn },
    { key: 'at', title: 'When', align: 'right', width: 110, cell: (row) => <When at={row.startedAt} /> },
  ];
  return (
    <DataTable
      label="Slowest turns"
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.callId}/${row.turn}`}
      link={(row) => linkOptions({ to: '/calls/$callId', params: { callId: row.callId }, search: { turn: row.turn } })}
      minWidth={860}
    />
  );
}
