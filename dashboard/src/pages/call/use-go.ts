import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { CallSearch } from './search.ts';

/** Changes what of the call is looked at; the place on the page stays, and Back undoes it. */
export function useGo(): (change: CallSearch) => void {
  const navigate = useNavigate({ from: '/calls/$callId' });
  return useCallback(
    (change) => void navigate({ to: '.', search: (old) => ({ ...old, ...change }), resetScroll: false }),
    [navigate],
  );
}
