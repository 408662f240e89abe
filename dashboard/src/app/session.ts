import { useQuery } from '@tanstack/react-query';
import type { Session } from '../../../api/types.ts';
import { getSession } from '../api/session.ts';

/** Who looks and what he may; undefined while it loads. */
export function useSession(): Session | undefined {
  return useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => getSession(signal),
    staleTime: 60_000,
    refetchInterval: 60_000,
  }).data;
}
