import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import type { CallSummary } from '../../../../api/types.ts';
import { formatMany } from '../../format/number.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { ErrorCard } from '../../parts/error-card.tsx';
import { Page } from '../../parts/page.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Panel } from '../../parts/panel.tsx';
import { TableSkeleton } from '../../parts/skeletons.tsx';
import { CALL_COLUMNS, type CallColumn } from './columns.tsx';
import { ColumnsMenu } from './columns-menu.tsx';
import { csvOf } from './csv.ts';
import { download } from './download.ts';
import { Nothing } from './nothing.tsx';
import { colsOf, columnsOf } from './search.ts';
import { Sort } from './sort.tsx';
import { Toolbar, useSetSearch } from './toolbar.tsx';
import { useCalls } from './use-calls.ts';

/** All calls: found by what was said, by what they were, and page by page. */
export function CallsPage() {
  const { cols, sort = 'newest', q, status, badge, outcome } = useSearch({ from: '/app/calls' });
  const isNarrowed = [q, status, badge, outcome].some((value) => value !== undefined);
  const setSearch = useSetSearch();
  const query = useCalls();
  const keys = columnsOf(cols, sort);
  const columns = CALL_COLUMNS.filter(({ key }) => keys.includes(key));
  const calls = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const actions = (
    <>
      <ColumnsMenu shown={keys} onChange={(next) => setSearch({ cols: colsOf(next, sort) }, true)} />
      <Export calls={calls} columns={columns} />
    </>
  );
  return (
    <Page title="Calls" under={<Under query={query} shown={calls.length} />} actions={actions}>
      <Toolbar />
      <Panel
        title={isNarrowed ? 'Calls that match' : 'All calls'}
        under={<Emulated calls={calls} />}
        aside={<Sort />}
        flush
      >
        <List query={query} calls={calls} columns={columns} />
      </Panel>
    </Page>
  );
}

type Calls = ReturnType<typeof useCalls>;

/** Said once for the list: on every row it would tell nothing. */
function Emulated({ calls }: { calls: CallSummary[] }) {
  const emulated = calls.filter((call) => call.emulated.length > 0);
  if (emulated.length === 0) return null;
  const vendors = [...new Set(emulated.flatMap((call) => call.emulated))].toSorted();
  const which = emulated.length === calls.length ? 'All of these' : `${emulated.length} of these`;
  return (
    <>
      {which} were made with emulated vendors: {vendors.join(', ')}
    </>
  );
}

function Under({ query, shown }: { query: Calls; shown: number }) {
  if (query.data === undefined) return <>&nbsp;</>;
  return (
    <span aria-live="polite">
      {formatMany(shown, 'call')}
      {query.hasNextPage && ' shown, there are more'}
    </span>
  );
}

type ListProps = { query: Calls; calls: CallSummary[]; columns: readonly CallColumn[] };

function List({ query, calls, columns }: ListProps) {
  if (query.isPending) return <TableSkeleton rows={12} />;
  if (query.data === undefined) return <ErrorCard error={query.error} retry={() => void query.refetch()} />;
  if (calls.length === 0) return <Nothing />;
  return (
    <div aria-busy={query.isPlaceholderData} style={{ opacity: query.isPlaceholderData ? 0.5 : 1 }}>
      <DataTable
        label="Calls"
        columns={columns}
        rows={calls}
        rowKey={({ callId }) => callId}
        link={linkOf}
        minWidth={columns.length * 92}
      />
      <Pager query={query} shown={calls.length} />
    </div>
  );
}

function linkOf({ callId, found }: CallSummary) {
  return { to: '/calls/$callId', params: { callId }, search: found ? { item: found.itemId } : {} } as const;
}

function Export({ calls, columns }: { calls: CallSummary[]; columns: readonly CallColumn[] }) {
  const save = () => {
    const cells = columns.flatMap(({ csv }) => csv);
    const rows = calls.map((call) => cells.map(({ text }) => text(call)));
    download(
      `calls-${new Date().toISOString().slice(0, 10)}.csv`,
      csvOf(
        cells.map(({ head }) => head),
        rows,
      ),
    );
  };
  return (
    <Button
      variant="default"
      size="xs"
      disabled={calls.length === 0}
      leftSection={<IconDownload size={15} aria-hidden />}
      onClick={save}
      title="The rows and columns that are shown, as CSV"
    >
      Export
    </Button>
  );
}
