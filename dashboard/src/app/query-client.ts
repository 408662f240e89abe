import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from '../api/client.ts';

const ASK_AGAIN_MS = 15_000;
const TRIES = 2;

/** @param onSignedOut called when a route answers 401. */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof ApiError && error.status === 401) onSignedOut();
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 5000,
        refetchInterval: ASK_AGAIN_MS,
        retry: (failures, error) => failures < TRIES && mayHelp(error),
      },
    },
  });
}

/** Whether asking again can help: not when the request itself is wrong. */
function mayHelp(error: Error): boolean {
  return !(error instanceof ApiError) || error.status === 0 || error.status >= 500;
}
