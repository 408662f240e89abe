import { linkOptions } from '@tanstack/react-router';
import type { Pipeline } from '../../../../api/types.ts';
import { shortId } from '../../format/id.ts';
import { nameOf } from '../../format/who.ts';
import { inWords } from '../../format/words.ts';
import { DataTable, type Column } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Tag, type Tone } from '../../parts/tag.tsx';
import { When } from '../../parts/when.tsx';

type Delivery = Pipeline['deliveries'][number];

const TONES: Record<Delivery['state'], Tone> = { sent: 'good', retrying: 'warning', failed: 'danger' };

const COLUMNS: readonly Column<Delivery>[] = [
  {
    key: 'who',
    title: 'About',
    cell: ({ who, callId }) => (who === null ? `Call ${shortId(callId)}` : nameOf(who)),
  },
  {
    key: 'rule',
    title: 'Alert',
    cell: ({ rule, kind }) => (
      <>
        {inWords(rule.replaceAll('-', ' '))} {kind !== 'alert' && <span className="dim">{kind}</span>}
      </>
    ),
  },
  { key: 'destination', title: 'To', width: 120, cell: ({ destination }) => inWords(destination) },
  {
    key: 'state',
    title: 'State',
    width: 190,
    cell: ({ state, possiblyRepeated }) => (
      <>
        <Tag tone={TONES[state]}>{state}</Tag>{' '}
        {possiblyRepeated && (
          <Tag hint="The sender died while this was on its way: it may have come twice">maybe twice</Tag>
        )}
      </>
    ),
  },
  { key: 'attempt', title: 'Attempt', align: 'right', width: 80, cell: ({ attempt }) => attempt },
  { key: 'error', title: 'Error', cell: ({ error }) => error ?? <span className="dim">none</span> },
  { key: 'at', title: 'Asked', align: 'right', width: 110, cell: ({ requestedAt }) => <When at={requestedAt} /> },
];

/** Every attempt to tell somebody, newest first. */
export function Deliveries({ deliveries }: Pick<Pipeline, 'deliveries'>) {
  return (
    <Panel title="Deliveries" under="Every attempt to send an alert; a row opens its call" flush>
      {deliveries.length === 0 ? (
        <EmptyState title="No alert was sent yet">The first hot lead sends one.</EmptyState>
      ) : (
        <DataTable
          label="Deliveries"
          columns={COLUMNS}
          rows={deliveries}
          rowKey={(row) => `${row.callId}${row.rule}${row.kind}${row.destination}${row.attempt}${row.requestedAt}`}
          link={({ callId }) => linkOptions({ to: '/calls/$callId', params: { callId }, search: { tab: 'alerts' } })}
        />
      )}
    </Panel>
  );
}
