import { ActionIcon, Tooltip } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { linkOptions, useNavigate, useSearch } from '@tanstack/react-router';
import type { LatencySlices } from '../../../../api/types.ts';
import { getLatencySlices, type SliceBy } from '../../api/latency.ts';
import type { FilterSearch } from '../../api/filters.ts';
import { useFilters, useSetFilters } from '../../app/filters.ts';
import { inWords } from '../../format/words.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Panel } from '../../parts/panel.tsx';
import { TableSkeleton } from '../../parts/skeletons.tsx';
import { useNear } from '../../parts/use-near.ts';
import { SLICES } from './search.ts';
import { SLICE_COLUMNS } from './slice-columns.tsx';
import css from './latency.module.css';

type Row = LatencySlices['rows'][number];

/** By agent, version, …: the slice that owns most of the seconds above the target is the first. */
export function Slices() {
  const filters = useFilters();
  const { by = 'agent' } = useSearch({ from: '/app/latency' });
  const [ref, near] = useNear();
  const query = useQuery({
    enabled: near,
    queryKey: ['latency-slices', by, filters],
    queryFn: ({ signal }) => getLatencySlices(filters, by, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Panel
      title="Who is slow"
      under="The row to mend is the first: it owns most of the seconds above the target"
      flush
      aside={<ByControl by={by} />}
    >
      <div ref={ref}>
        <Loaded query={query} skeleton={<TableSkeleton rows={3} />}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState title="No slices">No turn was measured in this range.</EmptyState>
            ) : (
              <Table by={query.data?.by ?? by} rows={rows} />
            )
          }
        </Loaded>
      </div>
    </Panel>
  );
}

function ByControl({ by }: { by: SliceBy }) {
  const navigate = useNavigate();
  const choose = (by: SliceBy) =>
    void navigate({ to: '/latency', search: (old) => ({ ...old, by }), replace: true, resetScroll: false });
  return (
    <div className={css.segments} role="group" aria-label="Slice by">
      {SLICES.map((slice) => (
        <button key={slice} type="button" aria-pressed={slice === by} onClick={() => choose(slice)}>
          {inWords(slice)}
        </button>
      ))}
    </div>
  );
}

function Table({ by, rows }: { by: SliceBy; rows: readonly Row[] }) {
  const setFilters = useSetFilters();
  const narrow = {
    key: 'narrow',
    title: '',
    width: 40,
    wideOnly: true,
    cell: ({ value }: Row) => (
      <Tooltip label={`Show only ${value} on this page`}>
        <ActionIcon
          className={css.above}
          variant="subtle"
          color="gray"
          size="sm"
          onClick={() => setFilters(filterOf(by, value))}
          aria-label={`Show only ${value} on this page`}
        >
          <IconFilter size={14} />
        </ActionIcon>
      </Tooltip>
    ),
  };
  return (
    <DataTable
      label={`Heard latency by ${by}`}
      columns={[...SLICE_COLUMNS, narrow]}
      rows={rows}
      rowKey={(row) => row.value}
      link={(row) => linkOptions({ to: '/calls', search: filterOf(by, row.value) })}
    />
  );
}

const filterOf = (by: SliceBy, value: string) => ({ [by]: value }) as FilterSearch;
