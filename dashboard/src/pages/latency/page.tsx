import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getLatency } from '../../api/latency.ts';
import { useFilters } from '../../app/filters.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { Answer, AnswerSkeleton } from './answer.tsx';
import { Measures } from './measures.tsx';
import { PartsPanel } from './parts-panel.tsx';
import { Slices } from './slices.tsx';
import { Slowest } from './slowest.tsx';
import { SlowestLine } from './slowest-line.tsx';
import { Trend } from './trend.tsx';
import { Verdict } from './verdict.tsx';

/** Is it slow, since when, why, and which turns. */
export function LatencyPage() {
  const filters = useFilters();
  const query = useQuery({
    queryKey: ['latency', filters],
    queryFn: ({ signal }) => getLatency(filters, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title="Latency" under={<Verdict summary={query.data} />}>
      <Loaded query={query} skeleton={<AnswerSkeleton />} boxed>
        {(summary) => <Answer summary={summary} />}
      </Loaded>
      <SlowestLine />
      <Trend targetMs={query.data?.targetMs} />
      <Slowest targetMs={query.data?.targetMs} />
      <PartsPanel targetMs={query.data?.targetMs} />
      <Slices />
      <Measures query={query} />
    </Page>
  );
}
