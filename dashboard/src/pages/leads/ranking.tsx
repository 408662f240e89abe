import { Button } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Lead } from '../../../../api/types.ts';
import { formatMany } from '../../format/number.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorCard } from '../../parts/error-card.tsx';
import { Old } from '../../parts/loaded.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Panel } from '../../parts/panel.tsx';
import { TableSkeleton } from '../../parts/skeletons.tsx';
import { LeadRow } from './lead-row.tsx';
import css from './leads.module.css';
import { useLeads, useLeadSummary } from './use-leads.ts';

type Band = { from: number; to: number };

/** All leads, or those of one bar of the histogram. */
export function Ranking() {
  const query = useLeads();
  const band = useBand();
  const all = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const leads = band ? all.filter((lead) => isIn(band, lead)) : all;
  useLoadBand(query, band, all.at(-1));
  return (
    <Panel
      title="By rank"
      under={query.data ? underOf(leads.length, band, query.hasNextPage) : '\u00a0'}
      aside={band && <Whole />}
      flush
    >
      <List query={query} leads={leads} />
    </Panel>
  );
}

type Leads = ReturnType<typeof useLeads>;

function List({ query, leads }: { query: Leads; leads: Lead[] }) {
  if (query.isPending) return <TableSkeleton rows={12} />;
  if (query.data === undefined) return <ErrorCard error={query.error} retry={() => void query.refetch()} />;
  if (leads.length === 0 && !query.isFetchingNextPage) return <Nothing />;
  return (
    <div aria-busy={query.isPlaceholderData} style={{ opacity: query.isPlaceholderData ? 0.5 : 1 }}>
      {query.isRefetchError && <Old query={query} />}
      <ol className={css.leads}>
        {leads.map((lead) => (
          <LeadRow key={lead.personKey} lead={lead} />
        ))}
      </ol>
      <Pager query={query} shown={leads.length} />
    </div>
  );
}

/** The chosen bar; its upper end is the histogram's. */
function useBand(): Band | undefined {
  const { band } = useSearch({ from: '/app/leads' });
  const bars = useLeadSummary().data?.histogram;
  if (band === undefined) return undefined;
  return bars?.find(({ from }) => from === band) ?? { from: band, to: band + 9 };
}

function isIn({ from, to }: Band, { score }: Lead): boolean {
  return score !== null && score >= from && score <= to;
}

/** The list comes by rank: pages are asked for until one goes below the band. */
function useLoadBand(query: Leads, band: Band | undefined, last: Lead | undefined): void {
  const { hasNextPage, isFetching, fetchNextPage } = query;
  const more = band !== undefined && hasNextPage && !isFetching && last?.score != null && last.score >= band.from;
  useEffect(() => {
    if (more) void fetchNextPage();
  }, [more, fetchNextPage]);
}

function underOf(shown: number, band: Band | undefined, more: boolean): string {
  const scores = band ? ` with a score of ${band.from}–${band.to}` : '';
  return `${formatMany(shown, 'person', 'people')}${scores}${more && !band ? ' so far' : ''}`;
}

function Whole() {
  return (
    <Button
      size="compact-xs"
      variant="default"
      renderRoot={(props) => <Link to="." search={(old) => ({ ...old, band: undefined })} {...props} />}
    >
      Show all scores
    </Button>
  );
}

function Nothing() {
  return (
    <EmptyState title="No leads in this range" command="npm run demo">
      Everybody who calls is a lead; the score comes from what he says. Choose a longer range or other filters, or let
      the demo call.
    </EmptyState>
  );
}
