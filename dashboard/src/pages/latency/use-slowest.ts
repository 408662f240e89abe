import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getSlowestTurns } from '../../api/latency.ts';
import { useFilters } from '../../app/filters.ts';
import { SLOWEST_AT_ONCE } from '../at-once.ts';

/** Each reading of what was asked is logged with the reader's name: not more often than it is news, ms. */
const ASK_AGAIN_MS = 60_000;

/** The turns of the address's filters that were waited for longest, page by page. */
export function useSlowest() {
  const filters = useFilters();
  return useInfiniteQuery({
    queryKey: ['latency-slowest', filters],
    queryFn: ({ signal, pageParam }) =>
      getSlowestTurns({ ...filters, limit: SLOWEST_AT_ONCE, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ASK_AGAIN_MS,
    staleTime: ASK_AGAIN_MS,
  });
}
