import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { getCalls } from '../../api/calls.ts';
import { useFilters } from '../../app/filters.ts';
import { CALLS_AT_ONCE } from '../at-once.ts';

const ASK_AGAIN_MS = 15_000;
/** Who reads far down is not asked again behind his back. */
const FOLLOWED_PAGES = 3;

/** The calls of the address's filters and search, page by page. */
export function useCalls() {
  const filters = useFilters();
  const { q, status, badge, outcome, sort } = useSearch({ from: '/app/calls' });
  const search = { ...filters, q, status, badge, outcome, sort };
  const isSearch = q !== undefined;
  return useInfiniteQuery({
    queryKey: ['calls', search],
    queryFn: ({ pageParam, signal }) => getCalls({ ...search, limit: CALLS_AT_ONCE, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: ({ state }) =>
      isSearch || (state.data?.pages.length ?? 0) > FOLLOWED_PAGES ? false : ASK_AGAIN_MS,
    // What a search shows of a call is a reading of it, and logged: nobody reads because a timer ran out.
    staleTime: isSearch ? Infinity : 0,
  });
}
