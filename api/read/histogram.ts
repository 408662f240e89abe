import type { LeadSummary } from '../types.ts';

const WIDTH = 10;
const MOST = 100;

/** Bins of ten points, both ends in them; the last ends at 100. */
export function histogramOf(bins: readonly number[]): LeadSummary['histogram'] {
  return bins.map((leads, index) => {
    const isLast = index === bins.length - 1;
    return { from: index * WIDTH, to: isLast ? MOST : (index + 1) * WIDTH - 1, leads };
  });
}
