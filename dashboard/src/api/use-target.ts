import { useQuery } from '@tanstack/react-query';
import { getLatency } from './latency.ts';

/** The answer that callers should get within, ms, as the api is set; undefined while it is not known. */
export function useTargetMs(): number | undefined {
  return useQuery({
    queryKey: ['target'],
    queryFn: async ({ signal }) => (await getLatency({ from: '-15m' }, signal)).targetMs,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: false,
  }).data;
}
