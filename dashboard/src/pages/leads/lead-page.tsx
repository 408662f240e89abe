import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { LeadHistory } from '../../../../api/types.ts';
import { getLead } from '../../api/leads.ts';
import { formatMany } from '../../format/number.ts';
import { nameOf } from '../../format/who.ts';
import { AlertCard } from '../../parts/alert-card.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorCard } from '../../parts/error-card.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { BlockSkeleton } from '../../parts/skeletons.tsx';
import { Contact } from './contact.tsx';
import { History } from './history.tsx';
import css from './person.module.css';
import { Why } from './why.tsx';

/** One person: why to call him, what he said each time and what changed, and who was told. */
export function LeadPage() {
  const { personKey } = useParams({ from: '/app/leads/$personKey' });
  return <Found key={personKey} personKey={personKey} />;
}

function Found({ personKey }: { personKey: string }) {
  const query = useQuery({
    queryKey: ['lead', personKey],
    queryFn: ({ signal }) => getLead(personKey, signal),
  });
  const back = (
    <Link to="/leads" data-close className={css.back}>
      All leads
    </Link>
  );
  if (query.data !== undefined) return <Person history={query.data} back={back} />;
  return (
    <Page title="Lead" actions={back}>
      {query.error ? <ErrorCard error={query.error} retry={() => void query.refetch()} /> : <Waiting />}
    </Page>
  );
}

function Person({ history: { lead, calls, alerts }, back }: { history: LeadHistory; back: ReactNode }) {
  return (
    <Page title={nameOf(lead)} under={<Contact lead={lead} />} actions={back}>
      <Why lead={lead} />
      <Panel
        title="Calls"
        under={`${formatMany(calls.length, 'call')}, newest first, with what changed since the one before`}
        flush
      >
        <History calls={calls} />
      </Panel>
      <Panel title="Alerts" under="What sales was told, with every attempt" flush>
        {alerts.length === 0 ? (
          <EmptyState title="No alerts">Nobody was alerted about this person: no call passed a rule.</EmptyState>
        ) : (
          alerts.map((alert) => (
            <AlertCard key={alert.callId + alert.rule + alert.kind + alert.raisedAt} alert={alert} />
          ))
        )}
      </Panel>
    </Page>
  );
}

function Waiting() {
  return (
    <>
      <BlockSkeleton height={120} />
      <BlockSkeleton height={320} />
      <BlockSkeleton height={140} />
    </>
  );
}
