import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { FilterSearch } from '../api/filters.ts';
import { withRange } from './address.ts';

/** The filters that are set, with the range's default filled in: pass them to an api function and into its query key. */
export function useFilters(): FilterSearch & { from: string } {
  return withRange(useSearch({ from: '/app' }));
}

/** Sets some filters and leaves the others; undefined unsets. Adds to the history, so that Back undoes it. */
export function useSetFilters(): (change: FilterSearch) => void {
  const navigate = useNavigate();
  return useCallback(
    (change) => void navigate({ to: '.', search: (old) => ({ ...old, ...change }), resetScroll: false }),
    [navigate],
  );
}
