import type { UseQueryResult } from '@tanstack/react-query';
import { linkOptions } from '@tanstack/react-router';
import type { LatencySummary } from '../../../../api/types.ts';
import { formatCount } from '../../format/number.ts';
import { DataTable, type Column } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Millis } from '../../parts/ms.tsx';
import { Panel } from '../../parts/panel.tsx';
import { TableSkeleton } from '../../parts/skeletons.tsx';

type Measure = LatencySummary['measures'][number];

const NAMES: Record<string, string> = {
  eou_delay: 'End of utterance delay',
  transcription_delay: 'Transcription delay',
  llm_ttft: 'Model, first token',
  tts_ttfb: 'Speech, first byte',
  total_latency: 'Their sum',
};

const COLUMNS: readonly Column<Measure>[] = [
  {
    key: 'measure',
    title: 'Measure',
    cell: ({ measure }) => (
      <>
        {NAMES[measure] ?? measure} <span className="dim mono">{measure}</span>
      </>
    ),
  },
  { key: 'n', title: 'n', align: 'right', width: 90, cell: ({ percentiles }) => formatCount(percentiles.n) },
  ...(['p50Ms', 'p95Ms', 'p99Ms', 'maxMs'] as const).map((key) => ({
    key,
    title: key.replace('Ms', ''),
    align: 'right' as const,
    width: 90,
    cell: ({ percentiles }: Measure) => <Millis value={percentiles[key]} n={percentiles.n} />,
  })),
];

/** What components report of themselves, as other systems show it: it explains, but it is not what callers heard. */
export function Measures({ query }: { query: UseQueryResult<LatencySummary> }) {
  return (
    <Panel
      title="As reported"
      under="What the components say of themselves, to compare with other systems; not what was heard"
      flush
    >
      <Loaded query={query} skeleton={<TableSkeleton rows={4} />}>
        {({ measures }) =>
          measures.length === 0 ? (
            <EmptyState title="Nothing reported">The agent’s components report with each turn.</EmptyState>
          ) : (
            <DataTable
              label="Reported measures"
              columns={COLUMNS}
              rows={measures}
              rowKey={(row) => row.measure}
              link={() => linkOptions({ to: '/calls' })}
            />
          )
        }
      </Loaded>
    </Panel>
  );
}
