import type { LatencyParts } from '../../../../api/types.ts';
import { formatShare } from '../../format/number.ts';
import { partLabel } from '../../format/words.ts';

type Part = LatencyParts['rows'][number]['parts'][number];

/** The part that takes most, with its share: "Model 41 %". */
export function largestPart(parts: readonly Part[]): string {
  const [largest] = parts.toSorted((a, b) => b.durationMs - a.durationMs);
  const total = parts.reduce((sum, part) => sum + part.durationMs, 0);
  if (largest === undefined || total === 0) return '';
  return `${partLabel(largest.part)} ${formatShare(largest.durationMs / total)}`;
}
