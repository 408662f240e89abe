import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getLeads, getLeadSummary } from '../../api/leads.ts';
import { useFilters } from '../../app/filters.ts';
import { LEADS_AT_ONCE } from '../at-once.ts';

const ASK_AGAIN_MS = 15_000;
/** Who reads far down is not asked again behind his back. */
const FOLLOWED_PAGES = 3;

/** The people of the address's filters by rank, page by page. */
export function useLeads() {
  const filters = useFilters();
  return useInfiniteQuery({
    queryKey: ['leads', filters],
    queryFn: ({ pageParam, signal }) => getLeads({ ...filters, limit: LEADS_AT_ONCE, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > FOLLOWED_PAGES ? false : ASK_AGAIN_MS),
  });
}

export function useLeadSummary() {
  const filters = useFilters();
  return useQuery({
    queryKey: ['lead-summary', filters],
    queryFn: ({ signal }) => getLeadSummary(filters, signal),
  });
}
