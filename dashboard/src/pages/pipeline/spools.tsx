import { linkOptions } from '@tanstack/react-router';
import type { Pipeline } from '../../../../api/types.ts';
import { formatCount } from '../../format/number.ts';
import { CopyId } from '../../parts/copy-id.tsx';
import { DataTable, type Column } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Panel } from '../../parts/panel.tsx';
import { When } from '../../parts/when.tsx';

type Spool = Pipeline['spools'][number];

const COLUMNS: readonly Column<Spool>[] = [
  { key: 'agent', title: 'Agent', cell: ({ agent }) => agent },
  { key: 'call', title: 'Call', cell: ({ callId }) => <CopyId id={callId} label="call" /> },
  { key: 'waiting', title: 'Events waiting', align: 'right', width: 130, cell: ({ waiting }) => formatCount(waiting) },
  { key: 'at', title: 'Told', align: 'right', width: 120, cell: ({ at }) => <When at={at} kind="ago" /> },
];

/** Events that still lie on agents' disks. */
export function Spools({ spools }: Pick<Pipeline, 'spools'>) {
  return (
    <Panel title="Spools" under="Events that wait on an agent’s disk for the broker" flush>
      {spools.length === 0 ? (
        <EmptyState title="No spool waits">
          An agent that cannot reach the broker keeps its events, and shows here.
        </EmptyState>
      ) : (
        <DataTable
          label="Spools"
          columns={COLUMNS}
          rows={spools}
          rowKey={({ callId }) => callId}
          link={({ callId }) => linkOptions({ to: '/calls/$callId', params: { callId }, search: { tab: 'audit' } })}
        />
      )}
    </Panel>
  );
}
