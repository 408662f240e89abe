import { linkOptions } from '@tanstack/react-router';
import type { SlowTurn } from '../../../../api/types.ts';
import { formatMs } from '../../format/ms.ts';
import { DataTable, type Column } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorCard } from '../../parts/error-card.tsx';
import { nameOf } from '../../format/who.ts';
import { Old } from '../../parts/loaded.tsx';
import { Ms } from '../../parts/ms.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PartBar } from '../../parts/part-bar.tsx';
import { TableSkeleton } from '../../parts/skeletons.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import { When } from '../../parts/when.tsx';
import css from './latency.module.css';
import { useSlowest } from './use-slowest.ts';

/** The slowest turns, each with its cause in words; a row opens the turn in its call. */
export function Slowest({ targetMs }: { targetMs: number | undefined }) {
  const query = useSlowest();
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div id="slowest" className={css.anchor}>
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
        {query.isRefetchError && <Old query={query} />}
        {rows.length > 0 && <Table rows={rows} targetMs={targetMs} />}
        <Pager query={query} shown={rows.length} />
      </Panel>
    </div>
  );
}

function Table({ rows, targetMs }: { rows: readonly SlowTurn[]; targetMs: number | undefined }) {
  const scaleMs = Math.max(...rows.map((row) => row.heardMs ?? 0), 1);
  const columns: readonly Column<SlowTurn>[] = [
    { key: 'who', title: 'Caller', width: '26%', cell: (row) => <Asked turn={row} /> },
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
      width: '22%',
      cell: (row) => <PartBar thin parts={row.parts} scaleMs={scaleMs} {...(targetMs !== undefined && { targetMs })} />,
    },
    { key: 'cause', title: 'Why', cell: (row) => <Why cause={row.cause} /> },
    {
      key: 'agent',
      title: 'Agent',
      width: 110,
      cell: (row) => (
        <>
          {row.agent} <span className="dim">{row.agentVersion}</span>
        </>
      ),
    },
    { key: 'at', title: 'When', align: 'right', width: 90, cell: (row) => <When at={row.startedAt} /> },
  ];
  return (
    <DataTable
      label="Slowest turns"
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.callId}/${row.turn}`}
      link={(row) => linkOptions({ to: '/calls/$callId', params: { callId: row.callId }, search: { turn: row.turn } })}
      minWidth={900}
    />
  );
}

function Why({ cause }: Pick<SlowTurn, 'cause'>) {
  return cause === null ? <Unknown why="Its parts were not measured" /> : <span className={css.why}>{cause}</span>;
}

/** Whose turn it was, and how his words began. */
function Asked({ turn: { who, turn, asked } }: { turn: SlowTurn }) {
  return (
    <>
      <b>{nameOf(who)}</b> <span className={css.turnNumber}>turn {turn}</span>
      {asked !== null && <span className={css.asked}>“{asked}”</span>}
    </>
  );
}
