import type { SliceBy } from '../../api/latency.ts';

export const SLICES: readonly SliceBy[] = ['agent', 'version', 'model', 'region', 'channel'];

/** `by` is what the slices are cut by. */
export type LatencySearch = { by?: SliceBy | undefined };

export function parseLatencySearch(raw: Record<string, unknown>): LatencySearch {
  const by = SLICES.find((slice) => slice === raw['by']);
  return by === undefined ? {} : { by };
}
